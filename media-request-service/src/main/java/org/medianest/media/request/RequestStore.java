package org.medianest.media.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Sql;
import org.medianest.commons.database.Transaction;
import org.medianest.media.catalogue.TitleId;

/** The tables {@code request} and {@code request_season}: keeping, changing, finding one. */
@ApplicationScoped
class RequestStore {
    private static final String INSERT = """
            insert into request (id, requester, requester_name, type, tmdb_id, title, year, poster_path, backdrop_path, release_date,
                                 note, state, created_at, updated_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
            """;

    private static final String INSERT_SEASON = """
            insert into request_season (request, tmdb_id, season, episodes, arrived, open)
            select $1, $2, season, episodes, arrived, true
            from unnest($3::integer[], $4::integer[], $5::integer[]) as asked (season, episodes, arrived)
            """;

    /** What a step may change. The row is locked since it was read. */
    private static final String UPDATE = """
            update request
            set state = $2, stage = $3, percent = $4, eta_seconds = $5, expected = $6, reason = $7, decided_by = $8,
                decided_by_name = $9, updated_at = $10, version = version + 1
            where id = $1
            """;

    private static final String UPDATE_SEASONS =
            "update request_season set open = $2 where request = $1 and open <> $2";

    private static final String ARRIVED = """
            update request_season set arrived = there.arrived
            from unnest($2::integer[], $3::integer[]) as there (season, arrived)
            where request_season.request = $1 and request_season.season = there.season
            """;

    private static final String ONE = RequestRow.REQUEST + RequestRow.SEASONS + " from request r where r.id = $1";

    private static final String LOCK = ONE + " for update of r";

    /** Whoever waits for a title sees what became of it since. {@code $1} is who looks, {@code $2} whether they see all. */
    private static final String VISIBLE = """
            ($2 or r.requester = $1 or exists(
                select 1 from title_follower f
                where f.type = r.type and f.tmdb_id = r.tmdb_id and f.person = $1 and (r.open or r.updated_at >= f.since)))
            """;

    static final String SEEN = RequestRow.REQUEST + RequestRow.SEASONS + ", " + RequestRow.SEEN + " from request r "
            + RequestRow.PEOPLE + " where r.id = $3 and " + VISIBLE;

    private static final String LOCK_SEEN = SEEN + " for update of r";

    /** Of a title: what somebody waits for, and what a person asked for before. Who still waits comes first. */
    static final String OF_TITLE = RequestRow.REQUEST + RequestRow.SEASONS
            + " from request r where r.type = $1 and r.tmdb_id = $2 and (r.open or r.requester = $3)"
            + " order by r.open desc, r.id desc limit 200";

    /** The newest of a title that a person may see; one that is open comes first. */
    static final String NEWEST_SEEN =
            RequestRow.REQUEST + RequestRow.SEASONS + ", " + RequestRow.SEEN + " from request r "
                    + RequestRow.PEOPLE + " where r.type = $3 and r.tmdb_id = $4 and " + VISIBLE
                    + " order by r.open and r.requester = $1 desc, r.open desc, r.id desc limit 1";

    /** In the order of their ids, so that two who lock many do not wait for each other. */
    static final String LOCK_OPEN = RequestRow.REQUEST + RequestRow.SEASONS + """
             from request r
            where r.open and (r.type, r.tmdb_id) in (select * from unnest($1::text[], $2::integer[]))
            order by r.id for update of r
            """;

    static final String OPEN_TITLES =
            "select r.id, r.type, r.tmdb_id from request r where r.open and r.id > $1 order by r.id limit $2";

    private static final String LOCK_NAME = "select pg_advisory_xact_lock(hashtextextended($1, 0))";

    private final Database database;

    RequestStore(Database database) {
        this.database = database;
    }

    /** An open request as a place in their list. */
    record OpenTitle(UUID request, TitleId title) {}

    /** Others who lock the same name wait until this transaction ends. */
    Uni<Void> lock(Transaction transaction, String name) {
        return transaction.run(LOCK_NAME, name).replaceWithVoid();
    }

    Uni<Void> insert(Transaction transaction, MediaRequest request) {
        return transaction
                .change(
                        INSERT,
                        request.id,
                        request.requester,
                        request.requesterName,
                        request.titleId.type(),
                        request.titleId.tmdbId(),
                        request.title,
                        request.year,
                        request.posterPath,
                        request.backdropPath,
                        request.releaseDate,
                        request.note,
                        request.state,
                        request.createdAt,
                        request.updatedAt)
                .chain(() -> insertSeasons(transaction, request));
    }

    private static Uni<Void> insertSeasons(Transaction transaction, MediaRequest request) {
        return request.seasons.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .change(
                                INSERT_SEASON,
                                request.id,
                                request.titleId.tmdbId(),
                                request.seasonNumbers(),
                                request.seasons.stream()
                                        .map(AskedSeason::episodes)
                                        .toList(),
                                request.seasons.stream()
                                        .map(AskedSeason::arrived)
                                        .toList())
                        .replaceWithVoid();
    }

    /** Writes down what became of a request that this transaction has locked. */
    Uni<Void> update(Transaction transaction, MediaRequest request) {
        return transaction
                .change(
                        UPDATE,
                        request.id,
                        request.state,
                        request.stage,
                        request.percent,
                        request.etaSeconds,
                        request.expected,
                        request.reason,
                        request.decidedBy,
                        request.decidedByName,
                        request.updatedAt)
                .chain(() -> updateSeasons(transaction, request));
    }

    private static Uni<Void> updateSeasons(Transaction transaction, MediaRequest request) {
        return request.seasons.isEmpty()
                ? Uni.createFrom().voidItem()
                : transaction
                        .change(UPDATE_SEASONS, request.id, request.state.isOpen())
                        .replaceWithVoid();
    }

    /** Notes how many episodes of its seasons Plex has. */
    Uni<Void> arrived(Transaction transaction, MediaRequest request) {
        return transaction
                .change(
                        ARRIVED,
                        request.id,
                        request.seasonNumbers(),
                        request.seasons.stream().map(AskedSeason::arrived).toList())
                .replaceWithVoid();
    }

    Uni<Optional<MediaRequest>> find(Sql sql, UUID id) {
        return sql.first(RequestRow::request, ONE, id);
    }

    /** The same, locked until the transaction ends: steps of one request come one after the other. */
    Uni<Optional<MediaRequest>> lock(Transaction transaction, UUID id) {
        return transaction.first(RequestRow::request, LOCK, id);
    }

    /** Nothing when it is not theirs to see. */
    Uni<Optional<SeenRequest>> seen(UUID id, Viewer viewer) {
        return database.first(RequestRow::seen, SEEN, viewer.id(), viewer.seesAll(), id);
    }

    /** The same, locked until the transaction ends. */
    Uni<Optional<SeenRequest>> lockSeen(Transaction transaction, UUID id, Viewer viewer) {
        return transaction.first(RequestRow::seen, LOCK_SEEN, viewer.id(), viewer.seesAll(), id);
    }

    Uni<Optional<SeenRequest>> newestSeen(TitleId title, Viewer viewer) {
        return database.first(
                RequestRow::seen, NEWEST_SEEN, viewer.id(), viewer.seesAll(), title.type(), title.tmdbId());
    }

    /** What somebody waits for, and what this person asked for before. */
    Uni<List<MediaRequest>> ofTitle(Transaction transaction, TitleId title, UUID person) {
        return transaction.list(RequestRow::request, OF_TITLE, title.type(), title.tmdbId(), person);
    }

    /** Those that wait for any of the titles, locked until the transaction ends. */
    Uni<List<MediaRequest>> lockOpen(Transaction transaction, Collection<TitleId> titles) {
        return transaction.list(RequestRow::request, LOCK_OPEN, types(titles), tmdbIds(titles));
    }

    /** What is waited for, in the order of the requests. */
    Uni<List<OpenTitle>> openTitles(@Nullable UUID after, int limit) {
        return database.list(
                row -> new OpenTitle(row.getUUID("id"), RequestRow.titleId(row)),
                OPEN_TITLES,
                after == null ? new UUID(0, 0) : after,
                limit);
    }

    static List<String> types(Collection<TitleId> titles) {
        return titles.stream().map(title -> title.type().name()).toList();
    }

    static List<Integer> tmdbIds(Collection<TitleId> titles) {
        return titles.stream().map(TitleId::tmdbId).toList();
    }
}
