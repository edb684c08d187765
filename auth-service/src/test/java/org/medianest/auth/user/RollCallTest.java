package org.medianest.auth.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.House;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.MediaEvent.ResyncRequested;
import org.medianest.commons.testing.EventProbe;

@AuthServiceTest
class RollCallTest {
    private static final Logger LOG = Logger.getLogger(RollCallTest.class);
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    House house;

    @Inject
    Users users;

    @Inject
    Database database;

    @Inject
    RedisDataSource redis;

    private final String service = "new-service-" + UUID.randomUUID();

    @BeforeEach
    @AfterEach
    void nobodyLivesHere() {
        house.becomeEmpty();
    }

    @Test
    void everybodyIsToldOfAgainToTheServiceThatAskedOnly() {
        AppUser ada = house.resident("requests:create", "downloads:create");
        AppUser grace = house.resident();

        awaitHeard(ask(EventStream.AUTH));

        assertThat(told()).containsExactlyInAnyOrder(registered(ada), registered(grace));
    }

    @Test
    void streamOfAnotherOwnerIsNotOurs() {
        house.resident();

        awaitHeard(ask(EventStream.DOWNLOADS));

        assertThat(told()).isEmpty();
    }

    @Test
    void emptyHouseHasNobodyToTellOf() {
        awaitHeard(ask(EventStream.AUTH));

        assertThat(told()).isEmpty();
    }

    @Test
    void everybodyOfManyPagesIsToldOfOnce() {
        settle(2_500);

        awaitHeard(ask(EventStream.AUTH));

        assertThat(told()).hasSize(2_500).extracting(UserRegistered::userId).doesNotHaveDuplicates();
    }

    @Test
    void manyPeopleAreToldOfWellWithinTheTimeOfAHandler() {
        settle(20_000);

        long begin = System.nanoTime();
        database.inTransaction(transaction -> users.sayAgain(transaction, service))
                .await()
                .atMost(SOON);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(took).isLessThan(Duration.ofSeconds(8));
        awaitThatNothingWaits();
        Duration published = Duration.ofNanos(System.nanoTime() - begin);
        LOG.infof("20,000 people: said in %d ms, on the stream in %d ms", took.toMillis(), published.toMillis());
        redis.execute("XTRIM", EventStream.AUTH, "MAXLEN", "0"); // other tests read the whole stream
    }

    /** Whoever changes a person locks the row first; what they say must not be overtaken by what we read before. */
    @Test
    void changeThatIsUnderWayIsWaitedFor() {
        AppUser ada = house.resident();
        CompletableFuture<Void> end = new CompletableFuture<>();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        CompletableFuture<Void> change = database.inTransaction(transaction -> transaction
                        .change("update app_user set username = 'ada.lovelace' where id = $1", ada.id())
                        .invoke(() -> begun.complete(null))
                        .chain(() -> Uni.createFrom().completionStage(end)))
                .subscribeAsCompletionStage();
        begun.join();

        ask(EventStream.AUTH);
        await().atMost(SOON).until(() -> locksWaitedFor() > 0);
        end.complete(null);
        change.join();

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(told()).extracting(UserRegistered::username).containsExactly("ada.lovelace"));
    }

    private EventEnvelope ask(String stream) {
        EventEnvelope request = EventCodec.wrap(
                "/media-request-service", new ResyncRequested(UUID.randomUUID(), stream, service), null);
        new EventProbe(redis).say(EventStream.MEDIA, request);
        return request;
    }

    /** And all that is said because of it is on the stream. */
    private void awaitHeard(EventEnvelope request) {
        await().atMost(SOON)
                .until(() ->
                        number("select count(*) from processed_event where event_id = '" + request.id() + "'") == 1);
        awaitThatNothingWaits();
    }

    private void awaitThatNothingWaits() {
        await().atMost(SOON).until(() -> number("select count(*) from outbox where published_at is null") == 0);
    }

    /** So many move in without a word. */
    private void settle(int people) {
        database.run("""
                        insert into app_user (id, username, permissions, created_at)
                        select gen_random_uuid(), 'settler-' || n, '{requests:create}', now() from generate_series(1, $1) n
                        """, people).await().indefinitely();
    }

    /** What the stream says to the service that asked. */
    private List<UserRegistered> told() {
        return redis.stream(String.class, String.class, String.class)
                .xrange(EventStream.AUTH, StreamRange.of("-", "+"))
                .stream()
                .map(StreamMessage::payload)
                .filter(fields -> service.equals(fields.get(EventEnvelope.RECIPIENT_FIELD)))
                .map(RollCallTest::payload)
                .toList();
    }

    private static UserRegistered payload(Map<String, String> fields) {
        return EventCodec.payload(
                EventCodec.decode(String.valueOf(fields.get(EventEnvelope.STREAM_FIELD))), UserRegistered.class);
    }

    private static UserRegistered registered(AppUser user) {
        return new UserRegistered(user.id(), user.username(), user.permissions());
    }

    private long locksWaitedFor() {
        return number("select count(*) from pg_locks where not granted");
    }

    private long number(String sql) {
        return database.first(row -> row.getLong(0), sql).await().indefinitely().orElseThrow();
    }
}
