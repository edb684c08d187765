package org.medianest.local.demo;

import java.io.IOException;
import java.time.Duration;
import org.medianest.local.demo.HomelabProcess.StandIn;
import org.medianest.local.visit.Api;
import org.medianest.local.visit.Json;

/** What happened before: a film has arrived since, another is stuck, and a machine of the house is down. */
final class DayBefore {
    private static final int THE_GOLD_RUSH = 962;
    private static final int THE_KID = 10_098;
    private static final int NAS = 12;

    /** Longer than a film takes from the search until Plex notices it. */
    private static final Duration SINCE = Duration.ofMinutes(3);

    private final Wishes wishes;
    private final HomelabProcess homelab;

    DayBefore(Wishes wishes, HomelabProcess homelab) {
        this.wishes = wishes;
        this.homelab = homelab;
    }

    void pass() throws IOException {
        try (Api control = new Api(homelab.portOf(StandIn.CONTROL));
                Api radarr = new Api(homelab.portOf(StandIn.RADARR))) {
            control.post(
                    "/control/fates",
                    Json.object().put("system", "radarr").put("tmdbId", THE_KID).put("fate", "import-blocked"));
            wishes.approve(wishes.ask("ben", Wishes.film(THE_GOLD_RUSH)));
            wishes.approve(wishes.ask("dev", Wishes.film(THE_KID)));
            for (int film : new int[] {THE_GOLD_RUSH, THE_KID}) {
                Patience.until(
                        () -> radarr.get("/api/v3/movie?apikey=radarr-key&tmdbId=" + film),
                        found -> found.contains("\"tmdbId\":" + film));
            }
            control.post("/control/clock", Json.object().put("advanceSeconds", (int) SINCE.toSeconds()));
            control.post(
                    "/control/monitors",
                    Json.object().put("id", NAS).put("status", "down").put("msg", "connect EHOSTUNREACH"));
        }
    }
}
