package org.medianest.media.fulfilment;

import static org.medianest.commons.database.Values.constant;
import static org.medianest.commons.database.Values.instant;
import static org.medianest.commons.database.Values.moment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.system.SystemKind;

/** The table {@code commission}. */
@ApplicationScoped
class CommissionStore {
    static final String COLUMNS = """
            request_id, requester_id, media_type, tmdb_id, tvdb_id, title, year, seasons, out_on, system, external_id, handed_at, failures,
            stage, next_at, tries > 1 as again, ours
            """;

    /** An order that is handed over again is a new try of the same; who has it is known until another has taken it. */
    private static final String KEEP = """
            insert into commission (request_id, requester_id, media_type, tmdb_id, tvdb_id, title, year, seasons, out_on, stage, next_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            on conflict (request_id) do update
            set tvdb_id = excluded.tvdb_id, title = excluded.title, year = excluded.year, seasons = excluded.seasons,
                out_on = excluded.out_on, next_at = excluded.next_at, failures = 0, tries = commission.tries + 1, ended_at = null
            where commission.taking_back is null
            returning\s""" + COLUMNS;

    /** The stage of a row is the one that was told last: the first look tells how it stands there. What was on its way has arrived. */
    private static final String TOOK = """
            update commission
            set system = $2, external_id = $3, stage = $4, next_at = now(), handed_at = now(), failures = 0,
                ours = ours || '{"onItsWay": false}'
            where request_id = $1 and ended_at is null
            """;

    private static final String WAIT = """
            update commission set system = $2, external_id = null, handed_at = null, stage = $3, next_at = $4, failures = $5
            where request_id = $1 and ended_at is null
            """;

    private static final String DUE = "select 1 from commission where ended_at is null and next_at <= now() limit 1";

    private static final String OPEN =
            "select " + COLUMNS + " from commission where ended_at is null order by next_at limit 5000";

    private static final String BY_ID = "select " + COLUMNS + " from commission where request_id = any($1)";

    /** Who asked for a look meanwhile gets it: what was seen before that counts for nothing. */
    private static final String SAW = """
            update commission
            set stage = seen.stage, external_id = seen.external_id, next_at = seen.next_at,
                ended_at = case when seen.last then now() end
            from jsonb_to_recordset($1) as seen
                (id uuid, stage jsonb, external_id integer, next_at timestamptz, last boolean, read_at timestamptz)
            where commission.request_id = seen.id and commission.ended_at is null and commission.next_at = seen.read_at
            """;

    private static final String POSTPONE = """
            update commission set next_at = $2 where system = $1 and handed_at is not null and ended_at is null and next_at <= now()
            """;

    private static final String HINT = "update commission set next_at = now() where system = $1 and ended_at is null";

    private static final String OFFER = """
            update commission set next_at = now() where ended_at is null and handed_at is null
            """;

    private static final String RELEASE = """
            update commission set system = null, external_id = null, handed_at = null, next_at = now()
            where system = $1 and ended_at is null
            """;

    private static final String END =
            "update commission set ended_at = now() where request_id = $1 and ended_at is null";

    private static final String LOCK_TITLE = "select pg_advisory_xact_lock(hashtextextended($1, 0))";

    private final Database database;
    private final FootprintStore footprints;

    CommissionStore(Database database, FootprintStore footprints) {
        this.database = database;
        this.footprints = footprints;
    }

    /** Writes an order down before anything is done about it, so that it is not lost. */
    Uni<Commission> keep(Commission order) {
        return database.inTransaction(transaction -> lockTitle(transaction, order.title())
                .chain(() -> keep(transaction, order))
                .chain(kept -> footprints.adopt(transaction, kept)));
    }

    /** Who takes back what was done for a title sees all orders of it that there are; others come after that. */
    static Uni<Void> lockTitle(Transaction transaction, TitleId title) {
        return transaction
                .run(LOCK_TITLE, "commission/" + title.type() + "/" + title.tmdbId())
                .replaceWithVoid();
    }

    private static Uni<Commission> keep(Transaction transaction, Commission order) {
        Wanted wanted = order.wanted();
        return transaction
                .first(
                        CommissionStore::commission,
                        KEEP,
                        order.requestId(),
                        order.requesterId(),
                        wanted.title().type(),
                        wanted.title().tmdbId(),
                        wanted.tvdbId(),
                        wanted.name(),
                        wanted.year(),
                        wanted.seasons().toArray(Integer[]::new),
                        wanted.outOn(),
                        StageJson.write(order.stage()),
                        order.tries().nextAt())
                .map(kept -> kept.orElseThrow(Ledger.OrderEnded::new));
    }

    Uni<Void> took(UUID requestId, SystemKind system, @Nullable Integer externalId) {
        return database.change(TOOK, requestId, system, externalId, StageJson.write(new Stage.Approved()))
                .replaceWithVoid();
    }

    /** Nobody has it: it is offered again later. */
    Uni<Void> waits(UUID requestId, @Nullable SystemKind system, Stage stage, Instant nextAt, int failures) {
        return database.change(WAIT, requestId, system, StageJson.write(stage), nextAt, failures)
                .replaceWithVoid();
    }

    Uni<Boolean> isAnyDue() {
        return database.first(row -> true, DUE).map(found -> found.isPresent());
    }

    Uni<List<Commission>> open() {
        return database.list(CommissionStore::commission, OPEN);
    }

    Uni<List<Commission>> byIds(Collection<UUID> requestIds) {
        return database.list(CommissionStore::commission, BY_ID, (Object) requestIds.toArray(UUID[]::new));
    }

    Uni<Void> saw(Collection<Sight> sights) {
        JsonArray rows = new JsonArray();
        sights.forEach(sight -> rows.add(sight.json()));
        return database.change(SAW, rows).replaceWithVoid();
    }

    /** The system does not answer: what is due waits. */
    Uni<Void> postpone(SystemKind system, Instant nextAt) {
        return database.change(POSTPONE, system, nextAt).replaceWithVoid();
    }

    /** Something has happened over there. */
    Uni<Void> hint(SystemKind system) {
        return database.change(HINT, system).replaceWithVoid();
    }

    /** Somebody new may take what nobody has. */
    Uni<Void> offer() {
        return database.change(OFFER).replaceWithVoid();
    }

    /** The system is not connected any more: what it had is nobody's. */
    Uni<Void> release(SystemKind system) {
        return database.change(RELEASE, system).replaceWithVoid();
    }

    Uni<Void> end(Transaction transaction, UUID requestId) {
        return transaction.change(END, requestId).replaceWithVoid();
    }

    static Commission commission(Row row) {
        return new Commission(
                row.getUUID("request_id"),
                row.getUUID("requester_id"),
                wanted(row),
                holder(row),
                StageJson.read(row.getJsonObject("stage")),
                new Tries(row.getBoolean("again"), row.getInteger("failures"), moment(row, "next_at")),
                FootprintStore.footprint(row, "ours").orElse(null));
    }

    private static Wanted wanted(Row row) {
        return new Wanted(
                new TitleId(constant(row, "media_type", MediaType.class), row.getInteger("tmdb_id")),
                row.getString("title"),
                row.getInteger("year"),
                row.getInteger("tvdb_id"),
                Set.of(row.getArrayOfIntegers("seasons")),
                row.getLocalDate("out_on"));
    }

    private static Holder holder(Row row) {
        String system = row.getString("system");
        return new Holder(
                system == null ? null : SystemKind.valueOf(system),
                row.getInteger("external_id"),
                instant(row, "handed_at"));
    }

    /**
     * What a look has found.
     *
     * @param readAt the {@code next_at} of the row when it was read
     */
    record Sight(UUID requestId, Stage stage, @Nullable Integer externalId, Instant nextAt, Instant readAt) {
        private JsonObject json() {
            return new JsonObject()
                    .put("id", requestId.toString())
                    .put("stage", StageJson.write(stage))
                    .put("external_id", externalId)
                    .put("next_at", nextAt.toString())
                    .put("last", stage.isLast())
                    .put("read_at", readAt.toString());
        }
    }
}
