package org.medianest.homelab.seerr;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Set;
import org.medianest.homelab.system.Reply;

/** {@code /status} and {@code /settings}, as far as they matter to others. */
final class SettingsRoutes {
    private static final String WEBHOOK = "/api/v1/settings/notifications/webhook";

    private final Seerr seerr;
    private final Desk desk;
    private final WebhookAgent agent;

    SettingsRoutes(Seerr seerr, Desk desk, WebhookAgent agent) {
        this.seerr = seerr;
        this.desk = desk;
        this.agent = agent;
    }

    void mount(Router router) {
        router.get("/api/v1/status").handler(context -> Reply.json(context, 200, status()));
        router.get("/api/v1/settings/public").handler(context -> Reply.json(context, 200, publicSettings()));
        router.get(WEBHOOK).handler(desk.locked(Set.of(), (context, user, now) -> {
            mustBeAdmin(user);
            Reply.json(context, 200, agent.settings());
        }));
        router.post(WEBHOOK).handler(desk.locked(Set.of(), this::save));
        router.post(WEBHOOK + "/test").handler(desk.locked(Set.of(), this::test));
    }

    private static void mustBeAdmin(User user) {
        if (!user.may(Permission.MANAGE_SETTINGS)) {
            throw Refusal.noPermission();
        }
    }

    /** Needs no key. */
    private JsonObject status() {
        return new JsonObject()
                .put("version", seerr.isOverseerr() ? "1.34.0" : "3.1.0")
                .put("commitTag", "f74306ed")
                .put("updateAvailable", false)
                .put("commitsBehind", 0)
                .put("restartRequired", false);
    }

    private JsonObject publicSettings() {
        return new JsonObject()
                .put("initialized", true)
                .put("applicationTitle", seerr.isOverseerr() ? "Overseerr" : "Seerr")
                .put("applicationUrl", "")
                .put("hideAvailable", false)
                .put("localLogin", true)
                .put("mediaServerLogin", true)
                .put("movie4kEnabled", false)
                .put("series4kEnabled", false)
                .put("discoverRegion", "")
                .put("streamingRegion", "")
                .put("originalLanguage", "")
                .put("mediaServerType", 1)
                .put("partialRequestsEnabled", true)
                .put("enableSpecialEpisodes", false)
                .put("cacheImages", false)
                .put("vapidPublic", "")
                .put("enablePushRegistration", false)
                .put("locale", "en")
                .put("emailEnabled", false)
                .put("newPlexLogin", true);
    }

    private void save(RoutingContext context, User user, Instant now) {
        mustBeAdmin(user);
        agent.settings(Desk.body(context));
        Reply.json(context, 200, agent.settings());
    }

    private void test(RoutingContext context, User user, Instant now) {
        mustBeAdmin(user);
        agent.test(Desk.body(context)).onSuccess(works -> {
            if (works) {
                Reply.empty(context, 204);
            } else {
                Refusal.because(500, "Failed to send webhook notification.").answer(context);
            }
        });
    }
}
