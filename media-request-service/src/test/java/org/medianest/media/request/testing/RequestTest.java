package org.medianest.media.request.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.EventCatalogue;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.MediaEvent;
import org.medianest.commons.testing.EventProbe;
import org.medianest.commons.testing.TestTokens;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.fulfilment.FulfilmentListener;
import org.medianest.media.fulfilment.Stage;
import org.medianest.media.library.Library;
import org.medianest.media.library.LibraryListener;

/** The service with real PostgreSQL and Redis, and people who ask it for films over HTTP. */
public abstract class RequestTest {
    protected static final String REQUESTS = "/api/v1/requests";
    protected static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    protected Database database;

    @Inject
    protected RedisDataSource redis;

    @Inject
    protected KnownTitles catalogue;

    @Inject
    protected Getter getter;

    @Inject
    Library library;

    @Inject
    @Any
    Instance<LibraryListener> libraryListeners;

    @Inject
    FulfilmentListener fulfilmentListener;

    protected final Person ada = Person.named("ada");
    protected final Person ben = Person.named("ben");
    protected final Person olga =
            new Person(UUID.randomUUID(), "olga", "requests:create", "requests:manage", "requests:view-all");

    /** Somebody with an account. */
    public record Person(UUID id, String name, String... permissions) {
        public static Person named(String name) {
            return new Person(UUID.randomUUID(), name, "requests:create");
        }

        /** A request in their name. */
        public RequestSpecification asks() {
            return given().header("Authorization", "Bearer " + TestTokens.of(id, name, permissions));
        }
    }

    /** A title that nobody has asked for. */
    protected static TitleId film() {
        return new TitleId(MediaType.MOVIE, number());
    }

    protected static TitleId series() {
        return new TitleId(MediaType.SERIES, number());
    }

    private static int number() {
        return ThreadLocalRandom.current().nextInt(1, KnownTitles.NOTHING);
    }

    protected static Map<String, Object> wish(TitleId title) {
        Map<String, Object> wish = new LinkedHashMap<>();
        wish.put("type", title.type().name());
        wish.put("tmdbId", title.tmdbId());
        return wish;
    }

    protected static Map<String, Object> wish(TitleId title, Integer... seasons) {
        Map<String, Object> wish = wish(title);
        wish.put("seasons", List.of(seasons));
        return wish;
    }

    protected static ValidatableResponse ask(Person person, Map<String, ?> wish) {
        return person.asks()
                .contentType(ContentType.JSON)
                .body(wish)
                .post(REQUESTS)
                .then();
    }

    /** The id of the new request. */
    protected static String asked(Person person, TitleId title) {
        return ask(person, wish(title)).statusCode(201).extract().path("id");
    }

    protected static ValidatableResponse step(Person person, String id, String step) {
        return person.asks().post(REQUESTS + "/" + id + "/" + step).then();
    }

    protected static ValidatableResponse decline(Person person, String id, String reason) {
        return person.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("reason", reason))
                .post(REQUESTS + "/" + id + "/decline")
                .then();
    }

    protected static ValidatableResponse follow(Person person, TitleId title) {
        return person.asks().put(path(title) + "/follow").then();
    }

    protected static String path(TitleId title) {
        return "/api/v1/media/titles/" + (title.type() == MediaType.MOVIE ? "movie" : "series") + "/" + title.tmdbId();
    }

    protected static JsonPath find(Person person, String id) {
        return person.asks()
                .get(REQUESTS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    protected static JsonPath awaitState(Person person, String id, String state) {
        return await().atMost(SOON)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> find(person, id), request -> state.equals(request.getString("state")));
    }

    /** Approved, and with whoever gets it. */
    protected String underWay(Person person, TitleId title) {
        String id = asked(person, title);
        step(olga, id, "approve").statusCode(200);
        awaitState(person, id, "PROCESSING");
        return id;
    }

    protected static List<String> timeline(Person person, String id) {
        return find(person, id).getList("timeline.kind");
    }

    /** What was said of a request, once it has been said: "available", "stage SEARCHING", "followed AVAILABLE". */
    protected List<String> news(String id) {
        return new EventProbe(redis)
                .about(EventStream.MEDIA, id).stream()
                        .map(envelope -> EventCodec.payload(envelope, EventCatalogue.classOf(envelope.type())))
                        .map(RequestTest::inShort)
                        .toList();
    }

    private static String inShort(Object event) {
        return switch (event) {
            case MediaEvent.RequestStageChanged stage -> "stage " + stage.stage();
            case MediaEvent.FollowedTitleChanged followed -> "followed " + followed.state();
            default -> event.getClass().getSimpleName().replace("Request", "").toLowerCase(java.util.Locale.ROOT);
        };
    }

    protected void awaitNews(String id, String... news) {
        await().atMost(SOON).untilAsserted(() -> assertThat(news(id)).containsExactly(news));
    }

    /** Whoever gets it says how far it is. */
    protected void reached(String id, Stage stage) {
        fulfilmentListener.reached(UUID.fromString(id), stage).await().atMost(SOON);
    }

    /** A scan of the library finds a title. */
    protected void arrives(TitleId title, Map<Integer, Integer> episodesBySeason) {
        store(title, episodesBySeason);
        tellListeners(title);
    }

    protected void arrivesUnnoticed(TitleId title) {
        store(title, Map.of());
    }

    private void store(TitleId title, Map<Integer, Integer> episodesBySeason) {
        String key = title.type() + "-" + title.tmdbId();
        run(
                "insert into library_item (rating_key, machine, section, type, tmdb_id, title, words, trigrams, added_at, seen)"
                        + " values ($1, 'm', '1', $2, $3, $1, $1, '{}', now(), 1) on conflict (rating_key) do update set gone_at = null",
                key,
                title.type().name(),
                title.tmdbId());
        episodesBySeason.forEach((season, episodes) -> run(
                "insert into library_season (series, number, episodes, rating_key, seen) values ($1, $2, $3, $1 || $2::integer, 1)"
                        + " on conflict (series, number) do update set episodes = excluded.episodes",
                key,
                season,
                episodes));
    }

    /** A scan of the library is sure that a title is gone. */
    protected void vanishes(TitleId title) {
        run(
                "update library_item set gone_at = now() where type = $1 and tmdb_id = $2",
                title.type().name(),
                title.tmdbId());
        tellListeners(title);
    }

    protected void tellListeners(TitleId title) {
        var standings = library.standings(List.of(title)).await().atMost(SOON).values();
        for (LibraryListener listener : libraryListeners) {
            database.inTransaction(transaction -> listener.changed(transaction, standings))
                    .await()
                    .atMost(SOON);
        }
    }

    protected void run(String statement, Object... values) {
        database.run(statement, values).await().atMost(SOON);
    }

    protected long count(String query, Object... values) {
        return database.first(row -> row.getLong(0), query, values)
                .await()
                .atMost(SOON)
                .orElseThrow();
    }

    /** All of them at the same moment. */
    protected static <T> List<T> atOnce(List<Callable<T>> calls) {
        try (ExecutorService callers = Executors.newFixedThreadPool(calls.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> call : callers.invokeAll(calls)) {
                results.add(call.get());
            }
            return results;
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
