package org.medianest.commons.leader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;

/** Two processes, as two objects, that want to lead one task. */
@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(TestTokens.class)
class LeadershipTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Database database;

    private final String task = "task " + UUID.randomUUID();
    private Leadership first;
    private Leadership second;

    @BeforeEach
    void begin() {
        first = new Leadership(new LeadershipStore(database), new SimpleMeterRegistry());
        second = new Leadership(new LeadershipStore(database), new SimpleMeterRegistry());
    }

    @AfterEach
    void stop() {
        first.stop();
        second.stop();
    }

    @Test
    void secondOneLeadsOnlyWhenTheFirstLetsGo() {
        Leadership.Campaign campaign = first.campaign(task);
        Term term = leader(campaign);
        Leadership.Campaign rival = second.campaign(task);

        await().during(Duration.ofSeconds(2))
                .atMost(SOON)
                .until(() -> rival.term().isEmpty());
        assertThat(campaign.term()).contains(term);
        campaign.close();

        assertThat(leader(rival).epoch()).isGreaterThan(term.epoch());
    }

    @Test
    void oneThatStandsStillIsReplacedAndMayChangeNothingAfterwards() {
        Leadership.Campaign campaign = first.campaign(task);
        Term former = leader(campaign);
        Leadership.Campaign rival = second.campaign(task);

        first.stop(); // renews no more, as a process that was stopped

        Term latter = leader(rival);
        assertThat(latter.epoch()).isGreaterThan(former.epoch());
        assertThatThrownBy(() -> changeAs(first, former)).isInstanceOf(Term.Over.class);
        changeAs(second, latter);
    }

    @Test
    void clockOfPostgresThatWentBackKeepsNobodyInOffice() {
        Term former = leader(first.campaign(task));
        Leadership.Campaign rival = second.campaign(task);

        first.stop();
        setUntil("clock_timestamp() + interval '1 hour'");

        assertThat(leader(rival).epoch()).isGreaterThan(former.epoch());
    }

    @Test
    void clockOfPostgresThatWentForwardEndsNoTerm() {
        Leadership.Campaign campaign = first.campaign(task);
        Term term = leader(campaign);
        Leadership.Campaign rival = second.campaign(task);

        await().during(Duration.ofSeconds(6)).atMost(SOON).until(() -> {
            setUntil("clock_timestamp() - interval '1 hour'");
            return rival.term().isEmpty();
        });

        assertThat(campaign.term()).contains(term);
        changeAs(first, term);
    }

    @Test
    void leaderSurpassesAnEpochOfAPostgresThatIsNoMore() {
        Leadership.Campaign campaign = first.campaign(task);
        Term older = leader(campaign);

        surpassAs(first, older, 40);

        await().atMost(SOON).untilAsserted(() -> assertThat(campaign.term()).contains(new Term(task, 41)));
        changeAs(first, leader(campaign));
        assertThatThrownBy(() -> changeAs(first, older)).isInstanceOf(Term.Over.class);
    }

    @Test
    void formerLeaderSurpassesNobody() {
        Term former = leader(first.campaign(task));
        Leadership.Campaign rival = second.campaign(task);
        first.stop();
        Term latter = leader(rival);

        assertThatThrownBy(() -> surpassAs(first, former, latter.epoch())).isInstanceOf(Term.Over.class);

        changeAs(second, latter);
    }

    private static Term leader(Leadership.Campaign campaign) {
        await().atMost(SOON).until(() -> campaign.term().isPresent());
        return campaign.term().orElseThrow();
    }

    private void setUntil(String time) {
        database.change("update leadership set until = " + time + " where task = $1", task)
                .await()
                .indefinitely();
    }

    private void surpassAs(Leadership leadership, Term term, long epoch) {
        database.inTransaction(transaction -> leadership.surpass(transaction, term, epoch))
                .await()
                .indefinitely();
    }

    private void changeAs(Leadership leadership, Term term) {
        database.inTransaction(transaction -> leadership
                        .require(transaction, term)
                        .chain(() -> Uni.createFrom().voidItem()))
                .await()
                .indefinitely();
    }
}
