package org.medianest.local.bench.events;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.Pause;

/** The tables of all sides, seen by the one who measures. */
record Tables(Connection connection) {
    private static final List<String> OF_A_STATION =
            List.of("plan", "effect", "outbox", "processed_event", "event_attempt", "stream_state", "leadership");

    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    /** What BullMQ's producer and worker write, and the outbox between them: no index that they could do without. */
    private static final String BULLMQ = """
            create schema bullmq;
            create table bullmq.said (event_id uuid primary key, subject uuid not null, number integer not null);
            create table bullmq.outbox (
                position bigint generated always as identity primary key, event_id uuid not null, event text not null,
                created_at timestamptz not null default now(), published_at timestamptz);
            create index outbox_unpublished on bullmq.outbox (position) where published_at is null;
            create table bullmq.effect (
                position bigint generated always as identity, event_id uuid primary key, subject uuid not null, number integer not null)
            """;

    void createBullMq() throws IOException {
        change(BULLMQ);
    }

    void emptyBullMq() throws IOException {
        change("truncate bullmq.said, bullmq.outbox, bullmq.effect");
        change("checkpoint");
    }

    /** As if nothing had ever been said; what is to be written is written now, not in the middle of a measurement. */
    void empty(String... schemas) throws IOException {
        String tables = Arrays.stream(schemas)
                .flatMap(schema -> OF_A_STATION.stream().map(table -> schema + "." + table))
                .collect(Collectors.joining(", "));
        change("truncate " + tables + " restart identity");
        change("checkpoint");
    }

    /** The subjects, of which nothing is to be said yet. */
    void plan() throws IOException {
        change("insert into talker.plan (subject, total) select gen_random_uuid(), 0 from generate_series(1, %d)"
                .formatted(Load.SUBJECTS));
    }

    void sayMore(int each) throws IOException {
        change("update talker.plan set total = total + " + each);
    }

    /** Until all that is planned has its effect. */
    void awaitEffects(Duration atMost) throws IOException {
        long wanted = number("select sum(total) from talker.plan");
        long until = System.nanoTime() + atMost.toNanos();
        // The highest position is found in no time; a count, which is exact, is not.
        while (number("select coalesce(max(position), 0) from listener.effect") < wanted || effects() < wanted) {
            if (System.nanoTime() - until > 0) {
                throw new Refusal("Of %d events only %d have their effect.".formatted(wanted, effects()));
            }
            Pause.of(LOOK_AGAIN);
        }
    }

    long effects() throws IOException {
        return number("select count(*) from listener.effect");
    }

    long size() throws IOException {
        return number("select pg_database_size(current_database())");
    }

    private void change(String statement) throws IOException {
        try (Statement call = connection.createStatement()) {
            call.execute(statement);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private long number(String query) throws IOException {
        try (Statement call = connection.createStatement();
                ResultSet row = call.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
