package org.medianest.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.medianest.gateway.redis.RedisLink;
import org.medianest.gateway.testing.House;

@QuarkusTest
@WithTestResource(House.class)
class BucketsTest {
    @Inject
    RedisLink link;

    @Inject
    RedisDataSource redis;

    @Test
    void givesWhatIsInItAndNoMore() throws Exception {
        Bucket bucket = bucket(3, Duration.ofHours(1));

        assertThat(take(bucket).remaining()).isEqualTo(2);
        assertThat(take(bucket).remaining()).isEqualTo(1);
        assertThat(take(bucket).isAllowed()).isTrue();
        Verdict refused = take(bucket);

        assertThat(refused.isAllowed()).isFalse();
        assertThat(refused.remaining()).isZero();
        assertThat(refused.retryAfter()).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
        assertThat(refused.reset()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
    }

    @Test
    void fillsAsTimePasses() throws Exception {
        Bucket bucket = bucket(2, Duration.ofHours(1));
        take(bucket);
        take(bucket);
        assertThat(take(bucket).isAllowed()).isFalse();

        // half an hour ago, by the clock of Redis
        long at = Long.parseLong(redis.hash(String.class).hget(bucket.key(), "at"));
        redis.hash(String.class).hset(bucket.key(), "at", String.valueOf(at - 1_800_000));

        assertThat(take(bucket).isAllowed()).isTrue();
        assertThat(take(bucket).isAllowed()).isFalse();
    }

    @Test
    void takesFromAllOrFromNone() throws Exception {
        Bucket wide = bucket(10, Duration.ofHours(1));
        Bucket narrow = bucket(1, Duration.ofHours(1));
        take(wide, narrow);

        Verdict refused = take(wide, narrow);

        assertThat(refused.isAllowed()).isFalse();
        assertThat(refused.burst()).isEqualTo(1);
        assertThat(take(wide).remaining()).isEqualTo(8);
    }

    @Test
    void isExactUnderAStorm() throws Exception {
        Bucket bucket = bucket(50, Duration.ofHours(1));

        List<Future<Verdict>> storm = Stream.generate(() -> new Buckets(link).take(List.of(bucket)))
                .limit(200)
                .toList();
        Future.all(storm).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);

        assertThat(storm).filteredOn(verdict -> verdict.result().isAllowed()).hasSize(50);
    }

    @Test
    void survivesThatRedisForgetsTheScript() throws Exception {
        Bucket bucket = bucket(3, Duration.ofHours(1));
        take(bucket);
        redis.execute("SCRIPT", "FLUSH");

        assertThat(take(bucket).remaining()).isEqualTo(1);
    }

    @Test
    void bucketsGoAwayWhenTheyAreFullAgain() throws Exception {
        Bucket bucket = bucket(3, Duration.ofMinutes(1));
        take(bucket);

        assertThat(redis.key().pttl(bucket.key())).isBetween(1L, 61_000L);
    }

    private Verdict take(Bucket... buckets) throws Exception {
        return new Buckets(link)
                .take(List.of(buckets))
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
    }

    private static Bucket bucket(int burst, Duration refill) {
        return new Bucket("test", "rate:test:" + UUID.randomUUID(), burst, refill);
    }
}
