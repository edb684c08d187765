package org.medianest.media.fulfilment;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.medianest.media.system.Connection;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.ScriptedSystem;
import org.medianest.media.testing.ScriptedSystem.Asked;
import org.medianest.media.testing.ScriptedSystem.Said;

/** As Radarr with one film at most. */
final class OneFilmRadarr implements AutoCloseable {
    private static final JsonObject PLACE =
            new JsonObject().put("qualityProfileId", 4).put("rootFolderPath", "/movies");
    private static final String FILMS = "/api/v3/movie";
    private static final String QUEUE = "GET /api/v3/queue";

    final int tmdbId = ThreadLocalRandom.current().nextInt(1_000_000, 2_000_000);

    private final AtomicReference<@Nullable String> film = new AtomicReference<>();
    private final AtomicReference<String> queue = new AtomicReference<>("");
    private final AtomicReference<@Nullable Said> outage = new AtomicReference<>();

    private final ScriptedSystem system = new ScriptedSystem()
            .answers("GET " + FILMS, asked -> orOutage(200, film.get() == null ? "[]" : "[" + film.get() + "]"))
            .answers("POST " + FILMS, asked -> {
                has(false, true);
                return orOutage(201, film(false, true));
            })
            .answers("DELETE " + FILMS + "/7", asked -> {
                film.set(null);
                return orOutage(200, "{}");
            })
            .answers("POST /api/v3/command", asked -> orOutage(201, "{}"))
            .answers(QUEUE, asked -> orOutage(200, queueJson()));

    Connection connection() {
        return system.connection(SystemKind.RADARR, PLACE);
    }

    void has(boolean hasFile, boolean isAvailable) {
        film.set(film(hasFile, isAvailable));
    }

    boolean isEmpty() {
        return film.get() == null;
    }

    void downloads(int size, int left) {
        queue.set("""
                {"id":1,"movieId":7,"size":%d,"sizeleft":%d,"timeleft":"00:01:00","status":"downloading",
                 "trackedDownloadStatus":"ok","trackedDownloadState":"downloading","downloadId":"A"}""".formatted(size, left));
    }

    void downloadsNothing() {
        queue.set("");
    }

    /** What it is asked from now on it does, and answers so. */
    void fails(int status, String body) {
        outage.set(new Said(status, body));
    }

    void recovers() {
        outage.set(null);
    }

    /** What happens before it has the film; then it says what is said here. */
    void onAdding(Supplier<Said> answer) {
        system.answers("POST " + FILMS, asked -> answer.get());
    }

    /** As it says that it has the film now. */
    Said added() {
        has(false, true);
        return new Said(201, film(false, true));
    }

    /** As when it has the film now, and nobody hears of it. */
    Said addedUnheard() {
        has(false, true);
        return new Said(502, "");
    }

    int lookedAtItsQueue() {
        return system.asked(QUEUE).size();
    }

    List<Asked> askedToAdd() {
        return system.asked("POST " + FILMS);
    }

    List<Asked> askedToRemove() {
        return system.asked("DELETE " + FILMS + "/7");
    }

    private Said orOutage(int status, String body) {
        Said instead = outage.get();
        return instead == null ? new Said(status, body) : instead;
    }

    private String film(boolean hasFile, boolean isAvailable) {
        return """
                {"id":7,"tmdbId":%d,"title":"The Title","hasFile":%s,"monitored":true,"isAvailable":%s}""".formatted(tmdbId, hasFile, isAvailable);
    }

    private String queueJson() {
        return "{\"totalRecords\":%d,\"records\":[%s]}".formatted(queue.get().isEmpty() ? 0 : 1, queue.get());
    }

    @Override
    public void close() {
        system.close();
    }
}
