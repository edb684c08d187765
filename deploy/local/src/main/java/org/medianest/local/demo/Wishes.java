package org.medianest.local.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.medianest.local.place.Refusal;
import org.medianest.local.visit.Api;
import org.medianest.local.visit.Json;

/** What people of the household ask for, and what the admin says to it. Titles go by their numbers at TMDB. */
final class Wishes {
    private static final String REQUESTS = "/api/v1/requests";

    private final Api admin;
    private final Map<String, Api> members;

    Wishes(Api admin, Map<String, Api> members) {
        this.admin = admin;
        this.members = members;
    }

    /** The id of the request. */
    String ask(String person, Json.Object title) throws IOException {
        String request = of(person).post(REQUESTS, title);
        return Json.text(request, "id").orElseThrow(() -> new Refusal("The answer to a request has no id: " + request));
    }

    void approve(String request) throws IOException {
        admin.post(REQUESTS + "/" + request + "/approve", Json.object());
    }

    void decline(String request, String reason) throws IOException {
        admin.post(REQUESTS + "/" + request + "/decline", Json.object().put("reason", reason));
    }

    void cancel(String person, String request) throws IOException {
        of(person).post(REQUESTS + "/" + request + "/cancel", Json.object());
    }

    Api of(String person) {
        return Objects.requireNonNull(members.get(person), person);
    }

    static Json.Object film(int tmdbId) {
        return Json.object().put("type", "MOVIE").put("tmdbId", tmdbId);
    }

    static Json.Object series(int tmdbId, int season) {
        return Json.object()
                .put("type", "SERIES")
                .put("tmdbId", tmdbId)
                .put("seasons", Json.list(List.of(Json.number(season))));
    }
}
