package org.medianest.gateway.watch;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;

/** Writes what beats change, as sets: one statement a table, however many there are. */
@ApplicationScoped
class BeatStore {
    private static final String LOCK = "select " + WatchedRow.COLUMNS + """
             from watched where id = any($1::text[]) order by id for update
            """;

    private static final String UPDATE = """
            update watched set state = n.state, since = n.since, message = n.message,
                response_ms = n.response_ms, checked_at = n.checked_at
            from jsonb_to_recordset(($1::text)::jsonb) as n(
                id text, state text, since timestamptz, message text, response_ms integer, checked_at timestamptz)
            where watched.id = n.id
            """;

    private static final String CHANGES = """
            insert into state_change (watched_id, at, state, message)
            select id, at, state, message
            from jsonb_to_recordset(($1::text)::jsonb) as n(id text, at timestamptz, state text, message text)
            on conflict do nothing
            """;

    private static final String STRETCHES = """
            insert into stretch (watched_id, begins, up_ms, down_ms, maintenance_ms, responses, response_ms)
            select id, begins, up_ms, down_ms, maintenance_ms, responses, response_ms
            from jsonb_to_recordset(($1::text)::jsonb) as n(id text, begins timestamptz,
                up_ms bigint, down_ms bigint, maintenance_ms bigint, responses integer, response_ms bigint)
            on conflict (watched_id, begins) do update
            set up_ms = stretch.up_ms + excluded.up_ms,
                down_ms = stretch.down_ms + excluded.down_ms,
                maintenance_ms = stretch.maintenance_ms + excluded.maintenance_ms,
                responses = stretch.responses + excluded.responses,
                response_ms = stretch.response_ms + excluded.response_ms
            """;

    private static final String DAYS = """
            insert into day (watched_id, day, up_ms, down_ms, maintenance_ms, responses, response_ms)
            select id, day, up_ms, down_ms, maintenance_ms, responses, response_ms
            from jsonb_to_recordset(($1::text)::jsonb) as n(id text, day date,
                up_ms bigint, down_ms bigint, maintenance_ms bigint, responses integer, response_ms bigint)
            on conflict (watched_id, day) do update
            set up_ms = day.up_ms + excluded.up_ms,
                down_ms = day.down_ms + excluded.down_ms,
                maintenance_ms = day.maintenance_ms + excluded.maintenance_ms,
                responses = day.responses + excluded.responses,
                response_ms = day.response_ms + excluded.response_ms
            """;

    private static final String FORGET_STRETCHES =
            "delete from stretch where ctid in (select ctid from stretch where begins < $1 limit $2)";
    private static final String FORGET_DAYS =
            "delete from day where ctid in (select ctid from day where day < ($1::timestamptz at time zone 'UTC')::date limit $2)";
    private static final String FORGET_CHANGES =
            "delete from state_change where ctid in (select ctid from state_change where at < $1 limit $2)";

    private final Database database;

    BeatStore(Database database) {
        this.database = database;
    }

    /** Locked until the transaction ends, always in the same order. */
    Uni<Map<String, Watched>> lock(Transaction transaction, Collection<String> ids) {
        return transaction
                .list(WatchedRow::read, LOCK, ids)
                .map(list -> list.stream().collect(Collectors.toMap(Watched::id, Function.identity())));
    }

    Uni<Void> write(Transaction transaction, RollUp news) {
        if (news.seen().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return transaction
                .run(UPDATE, json(news.seen(), BeatStore::standing))
                .chain(() -> transaction.run(
                        STRETCHES,
                        json(
                                news.stretches().entrySet(),
                                entry -> tally(entry.getValue())
                                        .put("id", entry.getKey().id())
                                        .put("begins", entry.getKey().begins().toString()))))
                .chain(() -> transaction.run(
                        DAYS,
                        json(
                                news.days().entrySet(),
                                entry -> tally(entry.getValue())
                                        .put("id", entry.getKey().id())
                                        .put("day", entry.getKey().day().toString()))))
                .chain(() -> transaction.run(CHANGES, json(news.changes(), BeatStore::change)))
                .replaceWithVoid();
    }

    Uni<Void> forget(Instant stretchesBefore, Instant daysBefore) {
        return database.changeInPortions(FORGET_STRETCHES, stretchesBefore)
                .chain(() -> database.changeInPortions(FORGET_DAYS, daysBefore))
                .chain(() -> database.changeInPortions(FORGET_CHANGES, daysBefore));
    }

    private static <T> String json(Collection<T> all, Function<T, JsonObject> row) {
        return new JsonArray(List.copyOf(all.stream().map(row).toList())).encode();
    }

    private static JsonObject standing(Watched it) {
        return new JsonObject()
                .put("id", it.id())
                .put("state", it.state().name())
                .put("since", it.since() == null ? null : it.since().toString())
                .put("message", it.message())
                .put("response_ms", it.responseMs())
                .put(
                        "checked_at",
                        it.checkedAt() == null ? null : it.checkedAt().toString());
    }

    private static JsonObject change(RollUp.Change it) {
        return new JsonObject()
                .put("id", it.id())
                .put("at", it.at().toString())
                .put("state", it.state().name())
                .put("message", it.message());
    }

    private static JsonObject tally(Tally it) {
        return new JsonObject()
                .put("up_ms", it.upMs())
                .put("down_ms", it.downMs())
                .put("maintenance_ms", it.maintenanceMs())
                .put("responses", it.responses())
                .put("response_ms", it.responseMs());
    }
}
