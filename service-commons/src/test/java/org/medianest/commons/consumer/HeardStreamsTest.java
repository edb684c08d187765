package org.medianest.commons.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.medianest.commons.consumer.TestEvents.SOON;
import static org.medianest.commons.consumer.TestEvents.STREAM;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;

@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(TestTokens.class)
class HeardStreamsTest {
    @Inject
    HeardStreams heard;

    @Inject
    Asked asked;

    @Inject
    Database database;

    @Inject
    TestEvents said;

    @Inject
    Ledger ledger;

    private final String stream = "events:test-" + UUID.randomUUID();

    @Test
    void streamThatIsNewIsAskedForOnceAlthoughManyBegin() {
        List<Uni<Void>> replicas = Collections.nCopies(6, heard.hear(stream));

        Uni.join().all(replicas).andFailFast().await().atMost(SOON);

        assertThat(asked.count(stream)).isOne();
    }

    @Test
    void streamThatWasHeardIsNotAskedFor() {
        note(stream);

        heard.hear(stream).await().atMost(SOON);

        assertThat(asked.count(stream)).isZero();
    }

    @Test
    void requestThatFailsIsNotNoted() {
        database.run("alter table asked add constraint refused check (stream <> '" + stream + "')")
                .await()
                .indefinitely();

        assertThatThrownBy(() -> heard.hear(stream).await().atMost(SOON)).hasMessageContaining("refused");
        database.run("alter table asked drop constraint refused").await().indefinitely();
        heard.hear(stream).await().atMost(SOON);

        assertThat(asked.count(stream)).isOne();
    }

    @Test
    void nextTermDoesNotAskAgain() {
        UUID user = UUID.randomUUID();
        await().atMost(SOON).untilAsserted(() -> assertThat(asked.count(STREAM)).isOne());
        long epoch = epoch();

        // another replica has led in between
        database.run(
                        "update leadership set holder = 'another', epoch = epoch + 1, until = 'epoch' where task = $1",
                        task())
                .await()
                .indefinitely();
        await().atMost(SOON).until(() -> epoch() > epoch + 1);
        said.publish(new UserRegistered(user, "of the next term", List.of()));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(ledger.namesOf(user)).containsExactly("of the next term"));
        assertThat(asked.count(STREAM)).isOne();
    }

    private void note(String name) {
        database.run("insert into heard_stream (stream) values ($1)", name)
                .await()
                .indefinitely();
    }

    private long epoch() {
        return said.count("select epoch from leadership where task = '" + task() + "'");
    }

    private static String task() {
        return "consume " + STREAM;
    }
}
