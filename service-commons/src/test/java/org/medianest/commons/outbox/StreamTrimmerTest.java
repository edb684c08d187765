package org.medianest.commons.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.outbox.StreamTrimmer.Trimmed;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.commons.testing.TestTokens;

/** A stream with three entries of 1970 and one of today. */
@QuarkusTest
@WithTestResource(PostgresAndRedis.class)
@WithTestResource(TestTokens.class)
class StreamTrimmerTest {
    private static final Duration KEPT = Duration.ofDays(7);

    @Inject
    StreamTrimmer trimmer;

    @Inject
    RedisDataSource redis;

    private final String stream = "events:test-" + UUID.randomUUID();

    @BeforeEach
    void oldEntries() {
        for (String id : new String[] {"1000-1", "2000-1", "3000-1", "*"}) {
            redis.execute("XADD", stream, id, "event", "x");
        }
    }

    @Test
    void oldEntriesGoWhenNobodyNeedsThem() {
        trimmer.trim(stream, KEPT);

        assertThat(length()).isOne();
    }

    @Test
    void entriesThatAGroupHasNotReadStayAndItIsReported() {
        group("late", "0", 1);

        Trimmed trimmed = trimmer.trim(stream, KEPT);

        assertThat(trimmed).isEqualTo(new Trimmed(0, List.of("late")));
        assertThat(length()).isEqualTo(4); // the first was read and not acknowledged
    }

    @Test
    void entriesThatAGroupHasDoneWithGo() {
        group("behind", "0", 2);
        redis.execute("XACK", stream, "behind", "1000-1", "2000-1");

        trimmer.trim(stream, KEPT);

        assertThat(length()).isEqualTo(2);
    }

    @Test
    void groupThatHasReadAllIsNotOverdueHoweverLongNothingWasSaid() {
        redis.execute("XTRIM", stream, "MAXLEN", "0");
        redis.execute("XADD", stream, "*", "event", "x");
        group("ready", "$", 0);

        Trimmed trimmed = trimmer.trim(stream, KEPT);

        assertThat(length()).isOne();
        assertThat(trimmed.overdueGroups()).isEmpty();
    }

    @Test
    void streamThatDoesNotExistIsNoError() {
        assertThat(trimmer.trim("events:none", KEPT).entries()).isZero();
    }

    private void group(String name, String from, int reads) {
        redis.execute("XGROUP", "CREATE", stream, name, from);
        if (reads > 0) {
            redis.execute("XREADGROUP", "GROUP", name, "1", "COUNT", Integer.toString(reads), "STREAMS", stream, ">");
        }
    }

    private long length() {
        return redis.execute("XLEN", stream).toLong();
    }
}
