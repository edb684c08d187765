package org.medianest.media.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.TestProfile;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.MediaServiceTest;

@MediaServiceTest
@TestProfile(Fulfilling.class)
class FulfilmentTest extends OneOrder {
    @Test
    void listenersHearHowAnOrderGetsOn() {
        assertThat(hand()).isEqualTo(new Handed(SystemKind.RADARR, new Stage.Searching(), null));
        awaitStage(new Stage.Searching());

        radarr.downloads(400, 100);
        awaitStage(new Stage.Downloading(75, 60L));

        radarr.downloadsNothing();
        radarr.has(true, true);
        awaitStage(new Stage.Imported());
        assertThat(radarr.askedToAdd()).hasSize(1);
    }

    @Test
    void orderWaitsForASystemThatIsAwayAndIsGivenToItOnce() {
        radarr.fails(503, "");

        assertThat(hand()).satisfies(handed -> {
            assertThat(handed.stage()).isEqualTo(new Stage.Approved());
            assertThat(handed.waitingFor()).isNotBlank();
        });
        radarr.recovers();

        awaitStage(new Stage.Searching());
        assertThat(radarr.askedToAdd()).hasSize(1);
    }

    @Test
    void orderWhoseAnswerWasLostIsNotGivenTwice() {
        radarr.onAdding(radarr::addedUnheard);

        hand();

        awaitStage(new Stage.Searching());
        assertThat(radarr.askedToAdd()).hasSize(1);
    }

    @Test
    void orderWaitsForSomebodyToBeConnected() {
        connecting.disconnect(SystemKind.RADARR);

        Handed handed = hand();

        assertThat(handed.by()).isNull();
        assertThat(handed.waitingFor()).contains("Radarr");
    }

    @Test
    void outageChangesNothingOfWhatIsKnown() {
        radarr.has(false, true);
        radarr.downloads(400, 100);
        hand();
        awaitStage(new Stage.Downloading(75, 60L));
        int before = radarr.lookedAtItsQueue();

        radarr.fails(500, "{\"message\":\"NullReference\"}");

        await().atMost(SOON).until(() -> radarr.lookedAtItsQueue() > before + 1);
        assertThat(heard.of(request).getLast()).isEqualTo(new Stage.Downloading(75, 60L));
        assertThat(stages()).isEmpty();
    }

    @Test
    void whatIsLetGoIsNotWatchedAnyMore() {
        hand();
        awaitStage(new Stage.Searching());

        database.inTransaction(transaction -> fulfilment.letGo(transaction, request))
                .await()
                .indefinitely();

        assertThat(count("ended_at is null")).isZero();
    }

    private Map<UUID, Stage> stages() {
        return fulfilment.stages(List.of(order())).await().indefinitely();
    }
}
