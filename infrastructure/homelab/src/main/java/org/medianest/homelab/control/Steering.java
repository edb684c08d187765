package org.medianest.homelab.control;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.medianest.homelab.arr.Arr;
import org.medianest.homelab.arr.Fate;
import org.medianest.homelab.arr.Radarr;
import org.medianest.homelab.arr.Sonarr;
import org.medianest.homelab.kuma.BeatStatus;
import org.medianest.homelab.kuma.UptimeKuma;

/** Decides over HTTP what becomes of downloads and what monitors find. */
public final class Steering {
    private final Radarr radarr;
    private final Sonarr sonarr;
    private final UptimeKuma uptimeKuma;

    public Steering(Radarr radarr, Sonarr sonarr, UptimeKuma uptimeKuma) {
        this.radarr = radarr;
        this.sonarr = sonarr;
        this.uptimeKuma = uptimeKuma;
    }

    /** Without a TMDB number it is that of all titles. */
    void setFate(JsonObject body) {
        Arr arr = body.getString("system", "").equals("sonarr") ? sonarr : radarr;
        Fate fate = Fate.valueOf(word(body, "fate", "ARRIVES"));
        Integer tmdbId = body.getInteger("tmdbId");
        if (tmdbId == null) {
            arr.fate(fate);
        } else {
            arr.fate(tmdbId, fate);
        }
    }

    void setMonitor(JsonObject body) {
        BeatStatus status = BeatStatus.valueOf(word(body, "status", "DOWN"));
        uptimeKuma.find(body.getInteger("id", 0), status, body.getString("msg", ""));
    }

    private static String word(JsonObject body, String name, String otherwise) {
        return body.getString(name, otherwise).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
