package org.medianest.homelab.seerr;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.fault.Faults;
import org.medianest.homelab.hook.Hooks;
import org.medianest.homelab.hook.Quiet;
import org.medianest.homelab.system.Addresses;
import org.medianest.homelab.system.Reply;
import org.medianest.homelab.system.StandIn;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.Person;
import org.medianest.homelab.world.World;
import org.medianest.homelab.world.WorldEvent;

/** Seerr 3.1. What it does by itself, such as asking the arrs, happens by the homelab's clock. */
public final class Seerr implements StandIn {
    /** Between an approval and the call of the arr. */
    public static final Duration BEFORE_ARR = Duration.ofSeconds(1);
    /** Between what Plex shows and Seerr's next look at it. */
    public static final Duration BEFORE_SCAN = Duration.ofSeconds(10);

    private static final Duration DOWNLOAD_SYNC = Duration.ofMinutes(1);

    private final World world;
    private final ArrClient arrs;
    private final Faults faults;
    private final State state = new State();
    private final Downloads downloads = new Downloads();
    private final DownloadSync downloadSync;
    private final WebhookAgent agent = new WebhookAgent();
    private final SeerrJson json = new SeerrJson(state, downloads);
    private final Requests requests;
    private final Forwarding forwarding;
    private final Scan scan;
    private boolean overseerr;

    public Seerr(World world, Addresses addresses, Faults faults) {
        this.world = world;
        this.faults = faults;
        this.arrs = new ArrClient(addresses);
        this.downloadSync = new DownloadSync(arrs::queue, downloads);
        this.requests = new Requests(state, world.catalogue(), agent, this::sendLater);
        this.forwarding = new Forwarding(world, arrs, this);
        this.scan = new Scan(world, state, requests);
        welcome();
        world.listen(this::happened);
    }

    @Override
    public SystemName name() {
        return SystemName.SEERR;
    }

    @Override
    public void mount(Router router) {
        Desk desk = new Desk(this, state, world.clock());
        new SettingsRoutes(this, desk, agent).mount(router);
        new UserRoutes(this, desk, state, json, world.people()).mount(router);
        new RequestRoutes(desk, state, requests, json).mount(router);
        new TitleRoutes(desk, state, json, world.catalogue(), arrs, this::tmdbIsAway).mount(router);
    }

    @Override
    public void fail(RoutingContext context, int status) {
        Reply.json(context, status, new JsonObject().put("message", "SQLITE_BUSY: database is locked"));
    }

    @Override
    public Future<Void> start(Vertx vertx) {
        arrs.start(vertx);
        agent.hooks().start(vertx);
        plan();
        return Future.succeededFuture();
    }

    @Override
    public void reset() {
        Quiet.after(underWay());
        agent.hooks().reset();
        forget();
    }

    private synchronized Future<?> underWay() {
        return forwarding.underWay();
    }

    private synchronized void forget() {
        state.reset();
        downloadSync.reset();
        agent.reset();
        overseerr(false);
        welcome();
        plan();
    }

    private void plan() {
        world.clock().after(DOWNLOAD_SYNC, this::syncDownloads);
        later(BEFORE_SCAN, scan::all);
    }

    /** The owner, Ben who has to ask, and Carla whose requests are approved by themselves. */
    private void welcome() {
        addPerson(world.people().owner(), Permission.ADMIN.bit());
        world.people().named("ben").ifPresent(ben -> addPerson(ben, Permission.REQUEST.bit()));
        world.people()
                .named("carla")
                .ifPresent(carla -> addPerson(carla, Permission.of(Permission.REQUEST, Permission.AUTO_APPROVE)));
    }

    User addPerson(Person person, int permissions) {
        String name = person.username().isEmpty() ? person.title() : person.username();
        return state.addUser(
                person.plexId(),
                name,
                person.email(),
                permissions,
                world.clock().now());
    }

    /** Adds somebody without a Plex account. */
    public synchronized int addLocalUser(String name) {
        return state.addUser(
                        null,
                        name,
                        name + "@example.org",
                        Permission.REQUEST.bit(),
                        world.clock().now())
                .id();
    }

    /** The id of somebody whom Seerr knows by his Plex account. */
    public synchronized Optional<Integer> userId(long plexId) {
        return state.userWithPlexId(plexId).map(User::id);
    }

    /** @throws IllegalArgumentException if there is nobody with this id */
    public synchronized void permit(int userId, int permissions) {
        user(userId).permissions(permissions);
    }

    /** @param movies how many films, and {@code seasons} how many seasons, in so many days; 0 for no limit */
    public synchronized void limit(int userId, int movies, int seasons, int days) {
        user(userId).quotas(new User.Quota(movies, days), new User.Quota(seasons, days));
    }

    private User user(int id) {
        return state.user(id).orElseThrow(() -> new IllegalArgumentException("There is no user " + id));
    }

    /** Nobody may ask for it. */
    public synchronized void blocklist(TitleKey key) {
        Title title =
                world.catalogue().find(key).orElseThrow(() -> new IllegalArgumentException("There is no title " + key));
        Instant now = world.clock().now();
        state.mediaOf(title, MediaStatus.BLOCKLISTED, now).status(MediaStatus.BLOCKLISTED, now);
    }

    /** Speaks as its older sister does, which has fewer states. */
    public synchronized void overseerr(boolean on) {
        overseerr = on;
        json.overseerr(on);
    }

    synchronized boolean isOverseerr() {
        return overseerr;
    }

    /** Sends all webhooks there, as the admin would set it. */
    public synchronized void webhook(URI url, String authorization) {
        agent.settings(new JsonObject()
                .put("enabled", true)
                .put("types", 8190)
                .put(
                        "options",
                        new JsonObject().put("webhookUrl", url.toString()).put("authHeader", authorization)));
    }

    /** The way to have webhooks late, twice or out of order. */
    public Hooks hooks() {
        return agent.hooks();
    }

    private boolean tmdbIsAway() {
        return faults.all().containsKey(SystemName.TMDB);
    }

    private void sendLater(MediaRequest request) {
        later(BEFORE_ARR, () -> forwarding.send(request, requests));
    }

    private void syncDownloads() {
        downloadSync.due();
        world.clock().after(DOWNLOAD_SYNC, this::syncDownloads);
    }

    private void happened(WorldEvent event) {
        switch (event) {
            case WorldEvent.Appeared(TitleKey title) -> later(BEFORE_SCAN, () -> scan.appeared(title));
            case WorldEvent.Vanished(TitleKey title) -> later(BEFORE_SCAN, () -> scan.vanished(title));
            default -> {}
        }
    }

    private void later(Duration delay, Runnable deed) {
        world.clock().after(delay, () -> {
            synchronized (this) {
                deed.run();
            }
        });
    }
}
