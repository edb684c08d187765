package org.medianest.homelab.seerr;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.catalogue.Catalogue;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.system.SystemName;

class DownloadSyncTest {
    private static final JsonArray ONE =
            new JsonArray().add(new JsonObject().put("movieId", 7).put("title", "A release"));

    private final List<Promise<JsonArray>> asked = new ArrayList<>();
    private final Downloads downloads = new Downloads();
    private final DownloadSync sync = new DownloadSync(this::queue, downloads);

    @Test
    void syncsThatFallDueMeanwhileAreOneAfterIt() {
        sync.due();
        for (int i = 0; i < 200; i++) {
            sync.due();
        }
        assertThat(asked).hasSize(1);

        asked.getFirst().complete(new JsonArray());

        assertThat(asked).hasSize(2);
        asked.getLast().complete(ONE);
        assertThat(asked).hasSize(2);
        assertThat(shown()).hasSize(1);
    }

    @Test
    void syncThatFailsIsFollowedByTheNext() {
        sync.due();
        asked.getFirst().fail("away");

        sync.due();

        asked.getLast().complete(ONE);
        assertThat(shown()).hasSize(1);
    }

    @Test
    void answerFromBeforeAResetIsForgotten() {
        sync.due();
        sync.reset();
        sync.due();
        asked.getLast().complete(ONE);

        asked.getFirst().complete(new JsonArray());

        assertThat(shown()).hasSize(1);
    }

    private Future<JsonArray> queue(SystemName arr) {
        if (arr == SystemName.SONARR) {
            return Future.succeededFuture(new JsonArray());
        }
        Promise<JsonArray> answer = Promise.promise();
        asked.add(answer);
        return answer.future();
    }

    private JsonArray shown() {
        Media film = new Media(1, film(), MediaStatus.PROCESSING, Instant.EPOCH);
        film.externalServiceId(7);
        return downloads.of(film);
    }

    private static Title film() {
        return new Catalogue(LocalDate.of(2026, 1, 11))
                .find(TitleKey.movie(653))
                .orElseThrow();
    }
}
