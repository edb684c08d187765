package org.medianest.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Future;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.identity.SessionKeys;
import org.medianest.gateway.admission.Inquiry.Finding;
import org.medianest.gateway.limits.Limit;
import org.medianest.gateway.limits.Limit.Counts;
import org.medianest.gateway.limits.Verdict;
import org.medianest.gateway.redis.RedisLink;
import org.medianest.gateway.session.StoredSession;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;

@QuarkusTest
@WithTestResource(House.class)
class InquiryTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Inject
    RedisLink link;

    @Inject
    RedisDataSource redis;

    private Inquiry inquiry;
    private String address;

    @BeforeEach
    void comeFromElsewhere() {
        inquiry = new Inquiry(link);
        address = UUID.randomUUID().toString();
    }

    @Test
    void givesWhatIsInTheBucketAndNoMore() throws Exception {
        Limit limit = everybody("three", 3, HOUR);

        assertThat(take(limit).remaining()).isEqualTo(2);
        assertThat(take(limit).remaining()).isEqualTo(1);
        assertThat(take(limit).isAllowed()).isTrue();
        Verdict.Counted refused = take(limit);

        assertThat(refused.isAllowed()).isFalse();
        assertThat(refused.remaining()).isZero();
        assertThat(refused.retryAfter()).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(20));
        assertThat(refused.reset()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
    }

    @Test
    void aBucketFillsAsTimePasses() throws Exception {
        Limit limit = everybody("two", 2, HOUR);
        take(limit);
        take(limit);
        assertThat(take(limit).isAllowed()).isFalse();

        halfAnHourPasses(limit);

        assertThat(take(limit).isAllowed()).isTrue();
        assertThat(take(limit).isAllowed()).isFalse();
    }

    @Test
    void everyBucketGivesOrNoneDoes() throws Exception {
        Limit wide = everybody("wide", 10, HOUR);
        Limit narrow = everybody("narrow", 1, HOUR);
        take(wide, narrow);

        Verdict.Counted refused = take(wide, narrow);

        assertThat(refused.isAllowed()).isFalse();
        assertThat(refused.limit()).isEqualTo("narrow");
        assertThat(refused.burst()).isEqualTo(1);
        assertThat(take(wide).remaining()).isEqualTo(8);
    }

    @Test
    void countsExactlyUnderAStorm() throws Exception {
        Limit limit = everybody("storm", 50, HOUR);

        List<Future<Finding>> storm = Stream.generate(() -> inquiry.make(Optional.empty(), address, List.of(limit)))
                .limit(200)
                .toList();
        Future.all(storm).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);

        assertThat(storm)
                .filteredOn(finding -> ((Verdict.Counted) finding.result().verdict()).isAllowed())
                .hasSize(50);
    }

    @Test
    void countsAllTheSameWhenRedisHasForgottenTheScript() throws Exception {
        Limit limit = everybody("three", 3, HOUR);
        take(limit);
        redis.execute("SCRIPT", "FLUSH");

        assertThat(take(limit).remaining()).isEqualTo(1);
    }

    @Test
    void aBucketGoesAwayWhenItIsFullAgain() throws Exception {
        Limit limit = everybody("minute", 3, Duration.ofMinutes(1));
        take(limit);

        assertThat(redis.key().pttl(keyOf(limit))).isBetween(1L, 20_000L);
    }

    @Test
    void whatAnOlderGatewayLeftCountsAsFull() throws Exception {
        Limit limit = everybody("old", 3, HOUR);
        redis.hash(String.class).hset(keyOf(limit), Map.of("level", "0.000000", "at", "1"));

        assertThat(take(limit).remaining()).isEqualTo(2);
    }

    @Test
    void aSessionComesWithItsToken() throws Exception {
        Person alice = Person.signedIn(redis);

        StoredSession session = ask(alice, everybody("any", 3, HOUR)).session().orElseThrow();

        assertThat(session.user()).isEqualTo(alice.user().toString());
        assertThat(session.token()).isEqualTo(Person.TOKEN);
        assertThat(session.tokenEnds().getEpochSecond())
                .isEqualTo(Long.parseLong(redis.hash(String.class).hget(alice.key(), SessionKeys.TOKEN_EXPIRES)));
        assertThat(session.toString()).doesNotContain(Person.TOKEN);
    }

    @Test
    void aSessionWithoutATokenIsASession() throws Exception {
        Person alice = Person.withoutToken(redis, "s");

        StoredSession session = ask(alice, everybody("any", 3, HOUR)).session().orElseThrow();

        assertThat(session.token()).isNull();
    }

    @Test
    void peopleAndStrangersAreCountedApart() throws Exception {
        Person alice = Person.signedIn(redis);
        Limit people = new Limit(Counts.PERSON, "people", 5, HOUR);
        Limit strangers = new Limit(Counts.STRANGER, "strangers", 2, HOUR);
        Limit all = new Limit(Counts.ADDRESS, "all", 100, HOUR);

        assertThat(ask(alice, people, strangers, all).verdict())
                .isInstanceOfSatisfying(
                        Verdict.Counted.class, it -> assertThat(it.limit()).isEqualTo("people"));
        assertThat(take(people, strangers, all).limit()).isEqualTo("strangers");
        redis.key().del(alice.key());
        assertThat(ask(alice, people, strangers, all).session()).isEmpty();

        assertThat(take(strangers).isAllowed()).isFalse();
        assertThat(redis.key().exists("rate:people:" + alice.user())).isTrue();
    }

    @Test
    void aRedisThatTakesNoWritesStillKnowsPeople() throws Exception {
        Person alice = Person.signedIn(redis);
        Limit limit = everybody("full", 3, HOUR);
        redis.execute("CONFIG", "SET", "maxmemory", "1");
        try {
            Finding finding = ask(alice, limit);

            assertThat(finding.session()).isPresent();
            assertThat(finding.verdict()).isInstanceOf(Verdict.Uncounted.class);
        } finally {
            redis.execute("CONFIG", "SET", "maxmemory", "0");
        }
    }

    private Verdict.Counted take(Limit... limits) throws Exception {
        return (Verdict.Counted) answer(Optional.empty(), limits).verdict();
    }

    private Finding ask(Person person, Limit... limits) throws Exception {
        return answer(Optional.of(person.key()), limits);
    }

    private Finding answer(Optional<String> session, Limit... limits) throws Exception {
        return inquiry.make(session, address, List.of(limits))
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS);
    }

    private void halfAnHourPasses(Limit limit) {
        double full = Double.parseDouble(redis.value(String.class).get(keyOf(limit)));
        redis.value(String.class).set(keyOf(limit), String.valueOf((long) full - 1_800_000));
    }

    private String keyOf(Limit limit) {
        return "rate:" + limit.name() + ":" + address;
    }

    private static Limit everybody(String name, int burst, Duration refill) {
        return new Limit(Counts.ADDRESS, name, burst, refill);
    }
}
