package org.medianest.homelab.plextv;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import org.medianest.homelab.plexformat.Node;
import org.medianest.homelab.plexformat.PlexReply;
import org.medianest.homelab.system.Addresses;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.system.Reply;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.Pin;
import org.medianest.homelab.world.World;

/** Signing in by PIN: what a program does, and the two pages that a person sees. */
final class PinRoutes {
    private final World world;
    private final Addresses addresses;

    PinRoutes(World world, Addresses addresses) {
        this.world = world;
        this.addresses = addresses;
    }

    void mount(Router router) {
        router.post("/api/v2/pins").handler(this::start);
        router.get("/api/v2/pins/:id").handler(this::show);
        router.get("/auth").handler(context -> Reply.html(context, 200, Pages.authorise(world.people())));
        router.get("/link").handler(context -> Reply.html(context, 200, Pages.link(world.people())));
        router.post("/auth/claim").handler(this::claim);
    }

    private void start(RoutingContext context) {
        Pin pin = world.pins()
                .start(
                        PlexTv.client(context),
                        Query.headerOrText(context, "X-Plex-Product").orElse(""),
                        Query.isSet(context, "strong"));
        PlexReply.plain(context, 201, node(pin));
    }

    /** Another client's pin is one that does not exist. */
    private void show(RoutingContext context) {
        Optional<Pin> found = Query.number(Query.path(context, "id"))
                .flatMap(id -> world.pins().find(id))
                .filter(pin -> pin.clientIdentifier().equals(PlexTv.client(context)));
        found.ifPresentOrElse(
                pin -> PlexReply.plain(context, 200, node(pin)),
                () -> PlexReply.error(context, 404, 1020, "Code not found or expired"));
    }

    private Node node(Pin pin) {
        Node node = Node.element("pin")
                .set("id", pin.id())
                .set("code", pin.code())
                .set("product", pin.product())
                .set("trusted", false)
                .set("qr", addresses.url(SystemName.PLEX_TV) + "/api/v2/pins/qr/" + pin.code())
                .set("clientIdentifier", pin.clientIdentifier())
                .set("expiresIn", secondsLeft(pin))
                .set("createdAt", PlexTv.time(pin.createdAt()))
                .set("expiresAt", PlexTv.time(pin.expiresAt()))
                .add(location());
        return node.orNull("authToken", pin.authToken()).orNull("newRegistration", null);
    }

    private long secondsLeft(Pin pin) {
        return Duration.between(world.clock().now(), pin.expiresAt()).toSeconds();
    }

    private static Node location() {
        return Node.single("location")
                .set("code", "NL")
                .set("european_union_member", true)
                .set("continent_code", "EU")
                .set("country", "Netherlands")
                .set("city", "Amsterdam")
                .set("time_zone", "Europe/Amsterdam")
                .set("postal_code", "1012")
                .set("in_privacy_restricted_country", true)
                .set("subdivisions", "North Holland")
                .set("coordinates", "52.37, 4.90");
    }

    /** From our own pages: {@code {code, clientID?, person}}. */
    private void claim(RoutingContext context) {
        JsonObject body = Query.body(context);
        String code = body.getString("code", "");
        String client = body.getString("clientID", "");
        boolean right = client.isEmpty()
                || world.pins()
                        .withCode(code)
                        .filter(pin -> pin.clientIdentifier().equals(client))
                        .isPresent();
        boolean claimed = right && world.pins().claim(code, body.getString("person", ""));
        Reply.json(context, claimed ? 200 : 404, new JsonObject().put("claimed", claimed));
    }
}
