package org.medianest.gateway.watch;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Sql;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;

/** The list of what is watched. */
@ApplicationScoped
public class Subjects {
    private static final String KEEP = """
            insert into watched (id, kind, name, group_name, probe_url)
            select id, kind, name, group_name, probe_url
            from jsonb_to_recordset(($1::text)::jsonb) as n(
                id text, kind text, name text, group_name text, probe_url text)
            on conflict (id) do update
            set name = excluded.name, group_name = excluded.group_name, probe_url = excluded.probe_url
            where (watched.name, watched.group_name, watched.probe_url)
                is distinct from (excluded.name, excluded.group_name, excluded.probe_url)
            """;

    private static final String FORGET = "delete from watched where id = any($1::text[])";
    private static final String FORGET_OTHERS = "delete from watched where kind = $1 and id <> all($2::text[])";
    private static final String OF_KINDS =
            "select " + WatchedRow.COLUMNS + " from watched where kind = any($1::text[]) order by id";

    private static final String TOLD = """
            update watched set told_day = coalesce(n.day, told_day), told_month = coalesce(n.month, told_month)
            from jsonb_to_recordset(($1::text)::jsonb) as n(id text, day double precision, month double precision)
            where watched.id = n.id
            """;

    private final Database database;
    private final Leadership leadership;

    Subjects(Database database, Leadership leadership) {
        this.database = database;
        this.leadership = leadership;
    }

    /** Those that the gateway itself looks at. */
    public Uni<List<Watched>> probed() {
        return database.list(WatchedRow::read, OF_KINDS, List.of(WatchKind.SERVICE.name(), WatchKind.SYSTEM.name()));
    }

    /** Watches these from now on, too; how they are is left as it is known. */
    public Uni<Void> keep(Sql sql, Collection<Subject> subjects) {
        return sql.run(KEEP, json(subjects)).replaceWithVoid();
    }

    public Uni<Void> keep(Collection<Subject> subjects) {
        return keep(database, subjects);
    }

    /** Of this kind, only these are left, if the term still lasts. */
    public Uni<Void> keepOnly(Term term, WatchKind kind, Collection<Subject> subjects) {
        List<String> ids = subjects.stream().map(Subject::id).toList();
        return database.inTransaction(transaction -> leadership
                .require(transaction, term)
                .chain(() -> keep(transaction, subjects))
                .chain(() -> transaction.run(FORGET_OTHERS, kind, ids))
                .replaceWithVoid());
    }

    /** Watches these no longer; their history goes with them. */
    public Uni<Void> forget(Sql sql, Collection<String> ids) {
        return sql.run(FORGET, ids).replaceWithVoid();
    }

    /** Watches nothing of this kind any more. */
    public Uni<Void> forgetAll(Sql sql, WatchKind kind) {
        return sql.run(FORGET_OTHERS, kind, List.of()).replaceWithVoid();
    }

    /** What the source of a monitor says of its uptime, by id; it may know of one time only. */
    public Uni<Void> told(Map<String, ToldUptime> uptimes) {
        List<JsonObject> rows = uptimes.entrySet().stream()
                .map(it -> new JsonObject()
                        .put("id", it.getKey())
                        .put("day", it.getValue().day())
                        .put("month", it.getValue().month()))
                .toList();
        return database.run(TOLD, new JsonArray(rows).encode()).replaceWithVoid();
    }

    private static String json(Collection<Subject> subjects) {
        List<JsonObject> rows = subjects.stream()
                .map(it -> new JsonObject()
                        .put("id", it.id())
                        .put("kind", it.kind().name())
                        .put("name", it.name())
                        .put("group_name", it.group())
                        .put("probe_url", it.probeUrl() == null ? null : String.valueOf(it.probeUrl())))
                .toList();
        return new JsonArray(rows).encode();
    }
}
