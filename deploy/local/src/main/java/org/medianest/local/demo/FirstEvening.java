package org.medianest.local.demo;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.medianest.local.place.Refusal;
import org.medianest.local.visit.Api;
import org.medianest.local.visit.Json;
import org.medianest.local.visit.VideoServer;

/** What the members do before anybody looks: requests in every state, and downloads. The titles are in the homelab's catalogue, by their numbers at TMDB. */
final class FirstEvening {
    private static final String REQUESTS = "/api/v1/requests";

    private static final int THE_GOLEM = 2972;
    private static final int WINGS = 28966;
    private static final int PANDORAS_BOX = 905;
    private static final int DOA = 18995;
    private static final int GULLIVERS_TRAVELS = 42518;
    private static final int BUCKET_OF_BLOOD = 27443;
    private static final int COMING_NEXT_WEEK = 9_000_001;
    private static final int A_RUNNING_SERIES = 9_100_013;

    private final Api admin;
    private final Map<String, Api> members;
    private final VideoServer videos;

    FirstEvening(Api admin, Map<String, Api> members, VideoServer videos) {
        this.admin = admin;
        this.members = members;
        this.videos = videos;
    }

    void go() throws IOException {
        ask("carla", film(WINGS));
        ask("carla", film(COMING_NEXT_WEEK));
        decide(ask("ben", film(DOA)), "approve", Json.object());
        decide(
                ask("ben", film(PANDORAS_BOX)),
                "decline",
                Json.object().put("reason", "The restored version comes out in spring. Let us wait for that one."));
        members("dev").post(REQUESTS + "/" + ask("dev", film(BUCKET_OF_BLOOD)) + "/cancel", Json.object());
        ask("ben", film(THE_GOLEM).put("note", "For the evening of silent films on Friday."));
        ask("carla", film(THE_GOLEM));
        ask("dev", film(GULLIVERS_TRAVELS));
        ask("eva", series(A_RUNNING_SERIES, 2));
        for (String person : List.of("ben", "carla")) {
            members(person)
                    .post(
                            "/api/v1/downloads",
                            Json.object().put("url", videos.url()).put("quality", "BEST"));
        }
    }

    private String ask(String person, Json.Object title) throws IOException {
        String request = members(person).post(REQUESTS, title);
        return Json.text(request, "id").orElseThrow(() -> new Refusal("The answer to a request has no id: " + request));
    }

    private void decide(String request, String decision, Json.Object words) throws IOException {
        admin.post(REQUESTS + "/" + request + "/" + decision, words);
    }

    private Api members(String name) {
        return Objects.requireNonNull(members.get(name), name);
    }

    private static Json.Object film(int tmdbId) {
        return Json.object().put("type", "MOVIE").put("tmdbId", tmdbId);
    }

    private static Json.Object series(int tmdbId, int season) {
        return Json.object()
                .put("type", "SERIES")
                .put("tmdbId", tmdbId)
                .put("seasons", Json.list(List.of(Json.number(season))));
    }
}
