package org.medianest.local.demo;

import java.io.IOException;
import java.util.List;
import org.medianest.local.visit.Json;
import org.medianest.local.visit.VideoServer;

/** What the members do before anybody looks: requests in every state, and downloads. */
final class FirstEvening {
    private static final int THE_GOLEM = 2972;
    private static final int WINGS = 28966;
    private static final int PANDORAS_BOX = 905;
    private static final int DOA = 18995;
    private static final int GULLIVERS_TRAVELS = 42518;
    private static final int BUCKET_OF_BLOOD = 27443;
    private static final int COMING_NEXT_WEEK = 9_000_001;
    private static final int A_RUNNING_SERIES = 9_100_013;

    private final Wishes wishes;
    private final VideoServer videos;

    FirstEvening(Wishes wishes, VideoServer videos) {
        this.wishes = wishes;
        this.videos = videos;
    }

    void go() throws IOException {
        wishes.ask("carla", Wishes.film(WINGS));
        wishes.ask("carla", Wishes.film(COMING_NEXT_WEEK));
        wishes.approve(wishes.ask("ben", Wishes.film(DOA)));
        wishes.decline(
                wishes.ask("ben", Wishes.film(PANDORAS_BOX)),
                "The restored version comes out in spring. Let us wait for that one.");
        wishes.cancel("dev", wishes.ask("dev", Wishes.film(BUCKET_OF_BLOOD)));
        wishes.ask("ben", Wishes.film(THE_GOLEM).put("note", "For the evening of silent films on Friday."));
        wishes.ask("carla", Wishes.film(THE_GOLEM));
        wishes.ask("dev", Wishes.film(GULLIVERS_TRAVELS));
        wishes.ask("eva", Wishes.series(A_RUNNING_SERIES, 2));
        for (String person : List.of("ben", "carla")) {
            wishes.of(person)
                    .post(
                            "/api/v1/downloads",
                            Json.object().put("url", videos.url()).put("quality", "BEST"));
        }
    }
}
