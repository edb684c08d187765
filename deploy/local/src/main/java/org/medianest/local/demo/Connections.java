package org.medianest.local.demo;

import java.io.IOException;
import java.util.List;
import org.medianest.local.demo.HomelabProcess.StandIn;
import org.medianest.local.place.Refusal;
import org.medianest.local.visit.Api;
import org.medianest.local.visit.Json;

/** What an admin connects: TMDB, Plex, Radarr and Sonarr with their webhooks, and Uptime Kuma. The keys are the homelab's, fixed and public. */
final class Connections {
    private static final String INTEGRATIONS = "/api/v1/media/integrations/";
    private static final int PROFILE = 4;

    private final Api admin;
    private final HomelabProcess homelab;
    private final int port;

    Connections(Api admin, HomelabProcess homelab, int port) {
        this.admin = admin;
        this.homelab = homelab;
        this.port = port;
    }

    /** Returns when the library has been seen for the first time. */
    void connect() throws IOException {
        admin.put(INTEGRATIONS + "tmdb", Json.object().put("secret", "0123456789abcdef0123456789abcdef"));
        connectPlex();
        connectArr("radarr", StandIn.RADARR, "/movies");
        connectArr("sonarr", StandIn.SONARR, "/tv");
        connectUptimeKuma();
        Patience.until(() -> admin.get("/api/v1/media/library"), library -> library.contains("\"UP_TO_DATE\""));
        Patience.until(() -> admin.get("/api/v1/auth/providers"), providers -> !providers.contains("\"reason\":\""));
    }

    private void connectPlex() throws IOException {
        admin.put(
                INTEGRATIONS + "plex",
                Json.object()
                        .put("url", homelab.url(StandIn.PLEX))
                        .put("secret", "owner-token")
                        .put(
                                "options",
                                Json.object()
                                        .put("sections", Json.texts(List.of("1", "2")))
                                        .put("downloadsSection", "3")
                                        .put(
                                                "downloadsPathHere",
                                                homelab.library().toString())
                                        .put("downloadsPathPlex", "/media/downloads")));
    }

    private void connectUptimeKuma() throws IOException {
        admin.put(
                "/api/v1/status/sources/uptime-kuma",
                Json.object()
                        .put("method", "SOCKET")
                        .put("url", homelab.url(StandIn.UPTIME_KUMA))
                        .put("username", "admin")
                        .put("password", "kuma-password"));
    }

    private void connectArr(String kind, StandIn system, String rootFolder) throws IOException {
        admin.put(
                INTEGRATIONS + kind,
                Json.object()
                        .put("url", homelab.url(system))
                        .put("secret", kind + "-key")
                        .put(
                                "options",
                                Json.object().put("qualityProfileId", PROFILE).put("rootFolderPath", rootFolder)));
        String secret = Json.text(admin.post(INTEGRATIONS + kind + "/webhook-secret", Json.object()), "secret")
                .orElseThrow(() -> new Refusal("There is no secret for the webhook of " + kind));
        try (Api arr = new Api(homelab.portOf(system))) {
            arr.post("/api/v3/notification?forceSave=true&apikey=" + kind + "-key", webhook(kind, secret));
        }
    }

    /** As one fills in Settings, Connect, Webhook. */
    private Json.Object webhook(String kind, String secret) {
        Json.Object header = Json.object().put("key", "Authorization").put("value", secret);
        return Json.object()
                .put("name", "MediaNest")
                .put("implementation", "Webhook")
                .put("configContract", "WebhookSettings")
                .put("onGrab", true)
                .put("onDownload", true)
                .put("onManualInteractionRequired", true)
                .put(
                        "fields",
                        Json.list(List.of(
                                field(
                                        "url",
                                        new Json.Text(
                                                "http://127.0.0.1:%d/api/v1/media/webhooks/%s".formatted(port, kind))),
                                field("method", Json.number(1)),
                                field("headers", Json.list(List.of(header))))));
    }

    private static Json.Object field(String name, Json.Value value) {
        return Json.object().put("name", name).put("value", value);
    }
}
