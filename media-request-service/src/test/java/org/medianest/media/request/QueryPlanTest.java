package org.medianest.media.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.medianest.commons.database.Database;
import org.medianest.commons.testing.PostgresAndRedis;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.request.testing.Household;
import org.medianest.media.testing.MediaServiceTest;

/** With 100,000 requests of 50 people, every query finds its rows by an index. */
@MediaServiceTest
@TestProfile(Household.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryPlanTest {
    private static final UUID SOMEBODY = UUID.fromString("00000000-0000-0000-0000-000000000007");
    private static final Viewer VIEWER = new Viewer(SOMEBODY, "x", true, true, true);
    private static final RequestSort.Place PLACE =
            new RequestSort.Place(Instant.parse("2026-01-01T00:00:00Z"), new UUID(-1, -1));

    @Inject
    Database database;

    @BeforeAll
    void manyRequests() {
        run("""
                insert into request (id, requester, requester_name, type, tmdb_id, title, state, reason, created_at, updated_at)
                select gen_random_uuid(), ('00000000-0000-0000-0000-' || lpad((n % 50)::text, 12, '0'))::uuid, 'x',
                       case when n % 2 = 0 then 'MOVIE' else 'SERIES' end, 950000000 + n, 'Title ' || n,
                       case when n % 100 = 0 then 'PENDING' when n % 100 = 1 then 'PROCESSING' when n % 100 < 5 then 'DECLINED'
                            else 'AVAILABLE' end,
                       case when n % 100 between 2 and 4 then 'No.' end, now() - n * interval '1 minute', now() - n * interval '1 minute'
                from generate_series(1, 100000) n
                """);
        run("""
                insert into request_season (request, tmdb_id, season, episodes, open)
                select id, tmdb_id, season, 10, open from request, generate_series(1, 2) season
                where type = 'SERIES' and tmdb_id > 950000000
                """);
        run("""
                insert into title_follower (type, tmdb_id, person, since)
                select type, tmdb_id, ('00000000-0000-0000-0000-' || lpad((tmdb_id % 49)::text, 12, '0'))::uuid, now()
                from request where tmdb_id > 950000000 and tmdb_id % 20 < 2
                """);
        run("""
                insert into request_timeline (request, at, kind)
                select id, created_at, 'ASKED' from request where tmdb_id > 950000000
                """);
        run(
                "insert into handover (request, due) select id, now() + interval '1 hour' from request where tmdb_id > 950000000 and tmdb_id % 10 = 0");
        for (String table :
                List.of("request", "request_season", "title_follower", "request_timeline", "handover", "person")) {
            PostgresAndRedis.administer("vacuum analyze media." + table);
        }
    }

    @AfterAll
    void fewRequests() {
        run("delete from request where tmdb_id > 950000000");
        run("delete from title_follower where tmdb_id > 950000000");
    }

    static Stream<Arguments> queries() {
        List<Arguments> queries = new ArrayList<>();
        for (RequestScope scope : RequestScope.values()) {
            for (RequestSort sort : RequestSort.values()) {
                for (RequestState state : new RequestState[] {null, RequestState.PENDING, RequestState.AVAILABLE}) {
                    for (MediaType type : new MediaType[] {null, MediaType.SERIES}) {
                        queries.add(list(new RequestList(scope, state, type, sort), null));
                        queries.add(list(new RequestList(scope, state, type, sort), PLACE));
                    }
                }
            }
        }
        queries.add(query("counts of all", RequestList.counts(RequestScope.ALL)));
        queries.add(query("counts of mine", RequestList.counts(RequestScope.MINE), SOMEBODY));
        queries.add(query("one", RequestStore.SEEN, SOMEBODY, false, SOMEBODY));
        queries.add(query("of a title", RequestStore.OF_TITLE, MediaType.MOVIE, 950000100, SOMEBODY));
        queries.add(query("newest", RequestStore.NEWEST_SEEN, SOMEBODY, false, MediaType.MOVIE, 950000100));
        queries.add(query("waiting for titles", RequestStore.LOCK_OPEN, List.of("MOVIE"), List.of(950000100)));
        queries.add(query("open titles", RequestStore.OPEN_TITLES, new UUID(0, 0), 500));
        queries.add(query(
                "standings", StandingStore.OF, List.of("MOVIE", "SERIES"), List.of(950000100, 950000101), SOMEBODY));
        queries.add(query("seasons", StandingStore.OPEN_OF_SERIES, 950000101));
        queries.add(query(
                "quota", Quotas.USED, SOMEBODY, MediaType.MOVIE, Instant.now().minusSeconds(604_800)));
        queries.add(query("timeline", TimelineStore.OF, SOMEBODY));
        queries.add(query("followers", FollowerStore.OF, MediaType.MOVIE, 950000100));
        queries.add(query("due", HandoverStore.DUE, Instant.now(), 20));
        return queries.stream();
    }

    private static Arguments list(RequestList list, RequestSort.@Nullable Place after) {
        RequestList.Query page = list.page(VIEWER, after, 21);
        return query(
                list + (after == null ? "" : " behind"),
                page.sql(),
                page.values().toArray());
    }

    private static Arguments query(String name, String sql, @Nullable Object... values) {
        return Arguments.of(name, sql, values);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("queries")
    void queryIsServedByAnIndex(String name, String sql, Object[] values) {
        String plan = String.join(
                "\n",
                database.list(row -> row.getString(0), "explain " + sql, values)
                        .await()
                        .indefinitely());

        // people are few, and read whole
        assertThat(plan.replace("Seq Scan on person", ""))
                .doesNotContain("Seq Scan")
                .contains("Index");
    }

    private void run(String statement) {
        database.run(statement).await().indefinitely();
    }
}
