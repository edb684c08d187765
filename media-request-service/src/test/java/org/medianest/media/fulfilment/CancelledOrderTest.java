package org.medianest.media.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.testing.MediaServiceTest;

@MediaServiceTest
@TestProfile(Fulfilling.class)
class CancelledOrderTest extends OneOrder {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void whatWasAddedIsTakenBackAlsoWhenNobodyHeardOfIt() {
        handUnheard();

        cancel();
        radarr.recovers();

        awaitTakenBack();
        assertThat(radarr.isEmpty()).isTrue();
    }

    @Test
    void whatIsCancelledWhileItIsHandedOverIsTakenBack() throws InterruptedException {
        CompletionStage<Handed> handed = handSlowly();

        cancel();
        goOn.countDown();

        awaitTakenBack();
        assertThat(radarr.isEmpty()).isTrue();
        assertThat(handed).succeedsWithin(SOON);
    }

    @Test
    void clockThatIsSetForwardMakesNothingBeTakenBackTooEarly() throws InterruptedException {
        CompletionStage<Handed> handed = handSlowly();
        setClock(Duration.ofHours(1));

        cancel();
        await().atMost(SOON)
                .until(() -> count("taking_back = 'DONE' or taking_back = 'WANTED' and next_at > now()") == 1);
        goOn.countDown();

        assertThat(handed).succeedsWithin(SOON);
        awaitTakenBack();
        assertThat(radarr.isEmpty()).isTrue();
    }

    @Test
    void clockThatIsSetBackMakesNothingWait() {
        handUnheard();
        cancel();
        radarr.recovers();
        await().atMost(SOON).until(() -> count("taking_back = 'WANTED' and next_at > now()") == 1);

        setClock(Duration.ofHours(-1));

        awaitTakenBack();
        assertThat(radarr.isEmpty()).isTrue();
    }

    @Test
    void whatIsCancelledBeforeAnythingWasDoneIsNotBegun() {
        radarr.fails(503, "");
        hand();
        cancel();
        radarr.recovers();

        assertThatThrownBy(this::hand).isInstanceOf(Ledger.OrderEnded.class);
        assertThat(radarr.askedToAdd()).isEmpty();
    }

    /** Radarr has it then, and is away before it can say so. */
    private void handUnheard() {
        radarr.onAdding(() -> {
            radarr.fails(502, "");
            return radarr.addedUnheard();
        });
        hand();
    }

    /** Radarr has it only when the test goes on. */
    private CompletionStage<Handed> handSlowly() throws InterruptedException {
        radarr.onAdding(() -> {
            asked.countDown();
            awaitLatch(goOn);
            return radarr.added();
        });
        CompletionStage<Handed> handed = fulfilment.hand(order()).subscribeAsCompletionStage();
        assertThat(asked.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return handed;
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            latch.await(SOON.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void cancel() {
        database.inTransaction(transaction -> fulfilment.cancel(transaction, cancelled(), false))
                .await()
                .indefinitely();
    }

    private Cancelled cancelled() {
        return new Cancelled(
                request, UUID.randomUUID(), new TitleId(MediaType.MOVIE, radarr.tmdbId), "A film", Set.of());
    }

    /** As when the machine's clock jumps: what was written down before lies so much further back, or ahead. */
    private void setClock(Duration forward) {
        database.change("""
                        update commission
                        set next_at = next_at - make_interval(secs => $2), handed_at = handed_at - make_interval(secs => $2),
                            ours = jsonb_set(ours, '{since}', to_jsonb((ours ->> 'since')::timestamptz - make_interval(secs => $2)))
                        where request_id = $1
                        """, request, (double) forward.toSeconds()).await().indefinitely();
    }

    private void awaitTakenBack() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(heard.takenBack(request)).hasSize(1));
        assertThat(radarr.askedToRemove().getFirst().query()).containsEntry("deleteFiles", "false");
    }
}
