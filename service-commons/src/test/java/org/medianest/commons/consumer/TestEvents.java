package org.medianest.commons.consumer;

import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.outbox.Events;

/** The events of this module's tests, and what Postgres and Redis hold of them. */
@ApplicationScoped
public class TestEvents {
    public static final Duration SOON = Duration.ofSeconds(60);
    public static final String STREAM = EventStream.AUTH;
    public static final String GROUP = "events-under-test";

    private final Database database;
    private final Events events;
    private final RedisDataSource redis;

    TestEvents(Database database, Events events, RedisDataSource redis) {
        this.database = database;
        this.events = events;
        this.redis = redis;
    }

    /** All that earlier tests have said is on its stream, and what they left among the dead letters is gone. */
    public void settle() {
        await().atMost(SOON).until(() -> count("select count(*) from outbox where published_at is null") == 0);
        redis.key().del(STREAM + ":dead", STREAM + ":dead:known");
    }

    public void publish(UserRegistered event) {
        database.inTransaction(transaction -> events.publish(transaction, event))
                .await()
                .indefinitely();
    }

    public static UserRegistered registered(UUID user, String name) {
        return new UserRegistered(user, name, List.of());
    }

    public void say(UUID user, String name) {
        publish(registered(user, name));
    }

    /** Says it to one service only. */
    public void tell(UUID user, String recipient, String... names) {
        List<UserRegistered> told =
                Stream.of(names).map(name -> registered(user, name)).toList();
        database.inTransaction(transaction -> events.tell(transaction, recipient, told))
                .await()
                .indefinitely();
    }

    /** Whom the stream's entries about a user are for, oldest first. */
    public List<String> recipientsAbout(UUID user) {
        return entries().stream()
                .filter(entry -> entry.getOrDefault("event", "").contains(user.toString()))
                .map(entry -> entry.getOrDefault("for", "everybody"))
                .toList();
    }

    /** Puts something on the stream, past the outbox. */
    public void add(Map<String, String> fields) {
        redis.stream(String.class).xadd(STREAM, fields);
    }

    /** What is on the stream, oldest first. */
    public List<Map<String, String>> entries() {
        return fields(STREAM);
    }

    public List<Map<String, String>> deadLetters() {
        return fields(STREAM + ":dead");
    }

    public void awaitThatNothingPends() {
        await().atMost(SOON)
                .until(() -> redis.execute("XPENDING", STREAM, GROUP).get(0).toLong() == 0);
    }

    public String lastEntry() {
        return redis.execute("XREVRANGE", STREAM, "+", "-", "COUNT", "1")
                .get(0)
                .get(0)
                .toString();
    }

    public long count(String sql) {
        return database.first(row -> row.getLong(0), sql).await().indefinitely().orElseThrow();
    }

    private List<Map<String, String>> fields(String stream) {
        return redis.stream(String.class).xrange(stream, StreamRange.of("-", "+")).stream()
                .map(StreamMessage::payload)
                .toList();
    }
}
