package org.medianest.homelab.arr;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.medianest.homelab.hook.Hooks;
import org.medianest.homelab.system.Reply;
import org.medianest.homelab.system.StandIn;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.HomelabClock;
import org.medianest.homelab.world.World;
import org.medianest.homelab.world.WorldEvent;

/**
 * What Radarr and Sonarr share: they search, grab, download and import by the homelab's clock. All state is under the lock of this object,
 * and each look at it first lets happen what is due.
 */
public abstract sealed class Arr implements StandIn permits Radarr, Sonarr {
    private static final Duration TICK = Duration.ofSeconds(1);

    private final SystemName system;
    private final String key;
    private final World world;
    private final Settings settings;
    private final History history = new History();
    private final Connect connect = new Connect();
    private final Engine engine;
    private final Commands commands = new Commands();
    private final Map<String, String> complaints = new LinkedHashMap<>();

    Arr(SystemName system, String key, World world, Settings settings) {
        this.system = system;
        this.key = key;
        this.world = world;
        this.settings = settings;
        this.engine = new Engine(event -> new News(face(), world, history, connect).tell(event));
    }

    /** Its own routes. */
    abstract void mountOwn(Router router);

    /** What the queue, the history and the hooks say of works is each arr's own. */
    abstract Face face();

    /** Does what the command says; false if there is no such command. */
    abstract boolean obey(String command, JsonObject body, Instant now);

    @Override
    public SystemName name() {
        return system;
    }

    @Override
    public void mount(Router router) {
        router.get("/ping").handler(context -> Reply.json(context, 200, new JsonObject().put("status", "OK")));
        router.route("/api/*").handler(this::checkKey);
        new CommonApi(this).mount(router);
        mountOwn(router);
    }

    @Override
    public void fail(RoutingContext context, int status) {
        Reply.json(
                context,
                status,
                new JsonObject().put("message", "database is locked").put("description", "SQLiteException: busy"));
    }

    @Override
    public Future<Void> start(Vertx vertx) {
        connect.hooks().start(vertx);
        clock().after(TICK, this::tick);
        return Future.succeededFuture();
    }

    @Override
    public void reset() {
        connect.hooks().reset();
        forget();
    }

    synchronized void forget() {
        engine.reset();
        history.reset();
        connect.reset();
        commands.reset();
        settings.reset();
        complaints.clear();
        clock().after(TICK, this::tick);
    }

    /** What becomes of a title when it is searched for; and of its downloads that run already. */
    public synchronized void fate(int tmdbId, Fate fate) {
        engine.fate(tmdbId, fate);
        engine.advance(clock().now());
    }

    /** What becomes of all titles of which nothing else was said. */
    public synchronized void fate(Fate fate) {
        engine.fate(fate);
        engine.advance(clock().now());
    }

    /** How fast things go from now on. */
    public synchronized void pace(Pace pace) {
        engine.pace(pace);
    }

    /** Adds a webhook for all events, as the admin would. */
    public synchronized void webhook(URI url, Map<String, String> headers) {
        connect.add(Connect.webhook(url, headers));
    }

    /** The way to have webhooks late, twice or out of order. */
    public Hooks hooks() {
        return connect.hooks();
    }

    /** Has its health page say so. */
    public synchronized void complain(String source, String message) {
        complaints.put(source, message);
        connect.tell("onHealthIssue", Payloads.health("Health", face().appName(), source, message));
    }

    public synchronized void recover(String source) {
        String message = complaints.remove(source);
        if (message != null) {
            connect.tell("onHealthRestored", Payloads.health("HealthRestored", face().appName(), source, message));
        }
    }

    /** Whether it keeps the title. */
    public synchronized boolean holds(int tmdbId) {
        return engine.works().stream().anyMatch(work -> work.tmdbId() == tmdbId);
    }

    HomelabClock clock() {
        return world.clock();
    }

    Engine engine() {
        return engine;
    }

    Settings settings() {
        return settings;
    }

    History history() {
        return history;
    }

    Connect connect() {
        return connect;
    }

    Commands commands() {
        return commands;
    }

    Map<String, String> complaints() {
        return complaints;
    }

    interface Handler {
        void handle(RoutingContext context, Instant now);
    }

    /** Lets happen what is due, handles the request, and answers what is refused. */
    io.vertx.core.Handler<RoutingContext> locked(Handler handler) {
        return context -> {
            synchronized (this) {
                Instant now = clock().now();
                engine.advance(now);
                try {
                    handler.handle(context, now);
                } catch (Refusal refusal) {
                    refusal.answer(context);
                } catch (DecodeException | ClassCastException | NumberFormatException unreadable) {
                    Reply.json(context, 400, unreadable(unreadable));
                }
            }
        };
    }

    static JsonObject body(RoutingContext context) {
        JsonObject body = context.body().asJsonObject();
        if (body == null) {
            throw new DecodeException("A non-empty request body is required.");
        }
        return Json.withoutNulls(body);
    }

    static int id(RoutingContext context) {
        return Integer.parseInt(context.pathParam("id"));
    }

    /** How ASP.NET says that it cannot make sense of a body or a number in the path. */
    private static JsonObject unreadable(RuntimeException cause) {
        return new JsonObject()
                .put("type", "https://tools.ietf.org/html/rfc7231#section-6.5.1")
                .put("title", "One or more validation errors occurred.")
                .put("status", 400)
                .put("traceId", "00-00000000000000000000000000000000-0000000000000000-00")
                .put("errors", new JsonObject().put("$", new JsonArray(List.of(String.valueOf(cause.getMessage())))));
    }

    private void checkKey(RoutingContext context) {
        String header = context.request().getHeader("X-Api-Key");
        if (key.equals(header) || key.equals(context.request().getParam("apikey"))) {
            context.next();
        } else {
            Reply.empty(context, 401);
        }
    }

    private void tick() {
        synchronized (this) {
            engine.advance(clock().now());
        }
        clock().after(TICK, this::tick);
    }

    /** Finds what is in its folders already, as the arrs do with what they get to keep. */
    void findFiles(Work work, String rootFolder) {
        List<org.medianest.homelab.world.MediaFile> known = world.files().under(rootFolder);
        for (Wanted part : work.parts()) {
            known.stream()
                    .filter(part::isIn)
                    .findFirst()
                    .ifPresent(file -> part.file(new MediaFile(
                            engine.nextFile(),
                            file.path(),
                            file.path().substring(rootFolder.length() + 1),
                            file.size(),
                            file.at(),
                            "")));
        }
    }

    /** Says to the others that it keeps the title. */
    void tellHeld(WorldEvent.Held held) {
        world.tell(held);
    }
}
