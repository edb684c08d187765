package org.medianest.commons.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.medianest.commons.consumer.TestEvents.SOON;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.DownloadEvent.DownloadCancelled;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;

@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(TestTokens.class)
class InboxTest {
    @Inject
    Inbox inbox;

    @Inject
    Leadership leadership;

    @Inject
    Database database;

    private final String task = "task " + UUID.randomUUID();
    private final EventEnvelope event =
            EventCodec.wrap("test", new DownloadCancelled(UUID.randomUUID(), UUID.randomUUID()), null);

    @Test
    void failuresAreCountedDuringATerm() {
        try (Leadership.Campaign campaign = leadership.campaign(task)) {
            Term term = termOf(campaign);

            assertThat(inbox.countFailure(term, event).await().indefinitely()).isEqualTo(1);
            assertThat(inbox.countFailure(term, event).await().indefinitely()).isEqualTo(2);
        }
        inbox.forgetFailures(List.of(event)).await().indefinitely();
    }

    @Test
    void formerLeaderCountsNoFailure() {
        try (Leadership.Campaign campaign = leadership.campaign(task)) {
            Term former = new Term(task, termOf(campaign).epoch() - 1);

            assertThatThrownBy(() -> inbox.countFailure(former, event).await().indefinitely())
                    .isInstanceOf(Term.Over.class);
        }

        assertThat(database.first(
                                row -> row.getInteger("attempts"),
                                "select attempts from event_attempt where event_id = $1",
                                event.id())
                        .await()
                        .indefinitely())
                .isEmpty();
    }

    @Test
    void whatWasAppliedLongAgoIsForgottenAndWhatIsNewerIsKept() {
        UUID old = applied(Duration.ofHours(2));
        UUID fresh = applied(Duration.ofMinutes(30));

        inbox.forget(Duration.ofHours(1)).await().indefinitely();

        assertThat(isRemembered(old)).isFalse();
        assertThat(isRemembered(fresh)).isTrue();
    }

    private UUID applied(Duration ago) {
        UUID id = UUID.randomUUID();
        database.change(
                        "insert into processed_event values ($1, 'test', now() - $2 * interval '1 second')",
                        id,
                        (double) ago.toSeconds())
                .await()
                .indefinitely();
        return id;
    }

    private boolean isRemembered(UUID event) {
        return database.first(
                        row -> row.getUUID("event_id"),
                        "select event_id from processed_event where event_id = $1",
                        event)
                .await()
                .indefinitely()
                .isPresent();
    }

    private static Term termOf(Leadership.Campaign campaign) {
        await().atMost(SOON).until(() -> campaign.term().isPresent());
        return campaign.term().orElseThrow();
    }
}
