package org.medianest.homelab.plextv;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.medianest.homelab.artwork.Artwork;
import org.medianest.homelab.plexformat.Node;
import org.medianest.homelab.plexformat.PlexReply;
import org.medianest.homelab.system.Addresses;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.system.Reply;
import org.medianest.homelab.system.StandIn;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.Person;
import org.medianest.homelab.world.Person.Share;
import org.medianest.homelab.world.World;

/** plex.tv and its other hosts on one port. */
public final class PlexTv implements StandIn {
    private static final String PERSON = "person";
    private static final int AVATAR = 256;

    private final World world;
    private final Artwork artwork;
    private final Account account;
    private final Servers servers;
    private final PinRoutes pins;
    private final Discover discover;

    public PlexTv(World world, Artwork artwork, Addresses addresses) {
        this.world = world;
        this.artwork = artwork;
        this.account = new Account(addresses);
        this.servers = new Servers(world, addresses, account);
        this.pins = new PinRoutes(world, addresses);
        this.discover = new Discover(world);
    }

    @Override
    public SystemName name() {
        return SystemName.PLEX_TV;
    }

    @Override
    public void mount(Router router) {
        router.get("/users/:uuid/avatar").blockingHandler(this::avatar, false);
        router.route("/api/v2/*").handler(PlexTv::requireClient);
        pins.mount(router);
        for (String path : new String[] {"/api/*", "/users/*", "/library/*"}) {
            router.route(path).handler(this::authenticate);
        }
        router.get("/api/v2/user").handler(context -> PlexReply.plain(context, 200, account.user(person(context))));
        router.get("/api/v2/resources")
                .handler(context -> PlexReply.list(
                        context, servers.resources(person(context), Query.isSet(context, "includeRelay"))));
        router.get("/api/v2/ping").handler(PlexTv::ping);
        router.delete("/api/v2/users/signout").handler(this::signOut);
        router.get("/users/account.json")
                .handler(context -> Reply.json(
                        context,
                        200,
                        new JsonObject()
                                .put("user", account.legacy(person(context)).json())));
        router.get("/users/account.xml")
                .handler(context ->
                        Reply.xml(context, 200, account.legacy(person(context)).xml()));
        router.get("/api/users").handler(context -> ownersXml(context, servers.users()));
        router.get("/api/servers/:machine/shared_servers").handler(this::sharedServers);
        router.post("/api/servers/:machine/shared_servers").handler(this::invite);
        discover.mount(router);
        router.route().handler(context -> fail(context, 404));
    }

    @Override
    public void reset() {}

    @Override
    public void fail(RoutingContext context, int status) {
        switch (status) {
            case 401 -> PlexReply.error(context, status, 1001, "User could not be authenticated");
            case 404 -> PlexReply.error(context, status, 1002, "Not found");
            case 429 -> PlexReply.error(context, status, 1003, "Too many requests");
            case 498 -> PlexReply.error(context, status, 1004, "Token expired");
            default -> PlexReply.error(context, status, 1000 + status, "Something went wrong");
        }
    }

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    static String client(RoutingContext context) {
        return Query.headerOrText(context, "X-Plex-Client-Identifier").orElse("");
    }

    /** Who asks; known after authentication. */
    static Person person(RoutingContext context) {
        return Objects.requireNonNull(context.<Person>get(PERSON));
    }

    private static void requireClient(RoutingContext context) {
        if (client(context).isBlank()) {
            PlexReply.error(context, 400, 1000, "X-Plex-Client-Identifier is missing");
        } else {
            context.next();
        }
    }

    private void authenticate(RoutingContext context) {
        Optional<String> token = Query.headerOrText(context, "X-Plex-Token");
        Optional<Person> person = token.flatMap(world.people()::withToken);
        if (person.isEmpty()) {
            fail(context, token.filter(world.people()::isExpired).isPresent() ? 498 : 401);
        } else {
            context.put(PERSON, person.get());
            context.next();
        }
    }

    private static void ping(RoutingContext context) {
        if (PlexReply.wantsJson(context)) {
            Reply.json(context, 200, new JsonObject().put("pong", true));
        } else {
            Reply.xml(context, 200, Node.element("pong").xml());
        }
    }

    private void signOut(RoutingContext context) {
        world.people().renewToken(person(context).name());
        Reply.empty(context, 204);
    }

    /** These were never said in JSON. Whoever owns no server sees nobody. */
    private static void ownersXml(RoutingContext context, Node everybody) {
        boolean owner = person(context).share() == Share.OWNER;
        Reply.xml(
                context,
                200,
                owner
                        ? everybody.xml()
                        : Node.element("MediaContainer").set("size", 0).xml());
    }

    private void sharedServers(RoutingContext context) {
        if (isOwners(context)) {
            ownersXml(context, servers.sharedServers());
        } else {
            fail(context, 404);
        }
    }

    /** Invites the person with an e-mail address, who has to accept. */
    private void invite(RoutingContext context) {
        String email = Query.body(context)
                .getJsonObject("shared_server", new JsonObject())
                .getString("invited_email", "");
        Optional<Person> invited = world.people().all().stream()
                .filter(person -> email.equals(person.email()))
                .findFirst();
        if (!isOwners(context) || invited.isEmpty()) {
            fail(context, 404);
            return;
        }
        world.people().share(invited.get().name(), Share.PENDING);
        ownersXml(context, servers.sharedServers());
    }

    private static boolean isOwners(RoutingContext context) {
        return Query.path(context, "machine").equals(Keys.MACHINE)
                && person(context).share() == Share.OWNER;
    }

    private void avatar(RoutingContext context) {
        world.people().all().stream()
                .filter(person -> person.uuid().equals(Query.path(context, "uuid")))
                .findFirst()
                .ifPresentOrElse(
                        person -> Reply.send(
                                context, 200, "image/jpeg", Buffer.buffer(artwork.portrait(person.title(), AVATAR))),
                        () -> fail(context, 404));
    }
}
