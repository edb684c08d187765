package org.medianest.homelab.kuma;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * One look of a monitor.
 *
 * @param important whether it found something else than the one before
 * @param duration seconds since the one before
 */
record Beat(
        int id,
        int monitorId,
        BeatStatus status,
        String msg,
        Instant time,
        @Nullable Integer ping,
        boolean important,
        int duration,
        int downCount) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    /** As the database has it, in snake case and with numbers for what is true. */
    JsonObject row() {
        return new JsonObject()
                .put("id", id)
                .put("important", important ? 1 : 0)
                .put("monitor_id", monitorId)
                .put("status", status.number())
                .put("msg", msg)
                .put("time", time(time))
                .put("ping", ping)
                .put("duration", duration)
                .put("down_count", downCount)
                .put("end_time", time(time))
                .put("retries", 0);
    }

    /** As it is told when it happens, in camel case. */
    JsonObject live() {
        return new JsonObject()
                .put("monitorID", monitorId)
                .put("status", status.number())
                .put("time", time(time))
                .put("msg", msg)
                .put("ping", ping)
                .put("important", important)
                .put("duration", duration)
                .put("retries", 0);
    }

    /** As everybody may see it. */
    JsonObject published() {
        return new JsonObject()
                .put("status", status.number())
                .put("time", time(time))
                .put("msg", "")
                .put("ping", ping);
    }
}
