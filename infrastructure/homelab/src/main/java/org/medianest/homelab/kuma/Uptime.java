package org.medianest.homelab.kuma;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What the beats of a monitor come to, hour by hour. */
final class Uptime {
    private static final Duration KEPT = Duration.ofDays(365);

    private final NavigableMap<Instant, Hour> hours = new TreeMap<>();

    private static final class Hour {
        private int up;
        private int down;
        private long pings;
        private int pinged;
    }

    void add(Beat beat) {
        Hour hour = hours.computeIfAbsent(beat.time().truncatedTo(ChronoUnit.HOURS), time -> new Hour());
        if (beat.status() == BeatStatus.UP || beat.status() == BeatStatus.MAINTENANCE) {
            hour.up++;
        } else if (beat.status() == BeatStatus.DOWN) {
            hour.down++;
        }
        if (beat.ping() != null) {
            hour.pings += beat.ping();
            hour.pinged++;
        }
        hours.headMap(beat.time().minus(KEPT)).clear();
    }

    /** An hour of the past that nobody has beats of any more. */
    void addHour(Instant start, int up, int down, int ping) {
        Hour hour = hours.computeIfAbsent(start.truncatedTo(ChronoUnit.HOURS), time -> new Hour());
        hour.up += up;
        hour.down += down;
        hour.pings += (long) ping * up;
        hour.pinged += up;
    }

    /** Which share of the beats of these hours found it up, 0 to 1. */
    double share(Instant now, int lastHours) {
        long up = 0;
        long all = 0;
        for (Hour hour : since(now, lastHours).values()) {
            up += hour.up;
            all += hour.up + hour.down;
        }
        return all == 0 ? 0 : (double) up / all;
    }

    OptionalDouble averagePing(Instant now, int lastHours) {
        long pings = 0;
        long pinged = 0;
        for (Hour hour : since(now, lastHours).values()) {
            pings += hour.pings;
            pinged += hour.pinged;
        }
        return pinged == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) pings / pinged);
    }

    JsonArray chart(Instant now, int lastHours) {
        JsonArray chart = new JsonArray();
        since(now, lastHours)
                .forEach((start, hour) -> chart.add(new JsonObject()
                        .put("timestamp", start.getEpochSecond())
                        .put("up", hour.up)
                        .put("down", hour.down)
                        .put("avgPing", hour.pinged == 0 ? 0 : (double) hour.pings / hour.pinged)));
        return chart;
    }

    private NavigableMap<Instant, Hour> since(Instant now, int lastHours) {
        return hours.tailMap(now.minus(Duration.ofHours(lastHours)).truncatedTo(ChronoUnit.HOURS), false);
    }
}
