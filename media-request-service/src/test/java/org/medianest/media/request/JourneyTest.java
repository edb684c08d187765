package org.medianest.media.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.testing.EventProbe;
import org.medianest.commons.testing.TestTokens;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.integration.Connecting;
import org.medianest.media.request.testing.Journey;
import org.medianest.media.system.Secret;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.PaperPlex;
import org.medianest.media.testing.People;

/** From the wish to Plex, with TMDB, Radarr and Sonarr as they really speak. */
@MediaServiceTest
@TestProfile(Journey.class)
@SuppressWarnings("NullAway.Init")
class JourneyTest {
    private static final String REQUESTS = "/api/v1/requests";
    private static final Duration SOON = Duration.ofSeconds(60);

    Homelab lab;

    @Inject
    Connecting connecting;

    @Inject
    Database database;

    @Inject
    RedisDataSource redis;

    private final PaperPlex plex = new PaperPlex("machine-" + UUID.randomUUID());
    private final UUID ada = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private final UUID olga = UUID.randomUUID();

    @BeforeEach
    void connect() {
        connecting.connect(
                SystemKind.TMDB, URI.create(lab.url(SystemName.TMDB) + "/3"), new Secret(Keys.TMDB), new JsonObject());
        People.connect("plex", plex.url(), PaperPlex.TOKEN).statusCode(200);
    }

    @AfterEach
    void disconnect() {
        People.disconnect("plex");
        plex.close();
        for (SystemKind kind : List.of(SystemKind.TMDB, SystemKind.RADARR, SystemKind.SONARR)) {
            connecting.disconnect(kind);
        }
        database.run("delete from commission").await().atMost(SOON);
        database.run("delete from request").await().atMost(SOON);
        lab.reset();
    }

    @Test
    void filmGoesFromTheWishToPlexAndEverybodyHearsOfItOnce() {
        connectRadarr();
        Title film = titles(TitleType.MOVIE).getFirst();
        String id = asked(ada, film, "MOVIE", Map.of());
        ask(ben, film, "MOVIE", Map.of()).then().statusCode(200).body("id", equalTo(id));
        assertThat(find(ada, id).getString("title")).isEqualTo(film.title());

        approve(id);
        awaitStanding(id, "SEARCHING");
        lab.clock().advance(Duration.ofSeconds(40));
        assertThat(awaitStanding(id, "DOWNLOADING").getDouble("standing.percent"))
                .isBetween(0.0, 100.0);
        lab.clock().advance(Duration.ofMinutes(10));
        awaitStanding(id, "IMPORTED_NOT_IN_PLEX");
        plex.film(film.tmdbId(), film.title());
        scan();

        assertThat(awaitStanding(id, "AVAILABLE").getString("standing.playUrl")).contains(plex.machine);
        assertThat(find(ada, id).<String>getList("timeline.kind"))
                .containsSubsequence("ASKED", "APPROVED", "SENT", "SEARCHING", "DOWNLOADING", "IMPORTED", "AVAILABLE");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told(id, "medianest.request.available.v1", ""))
                        .isEqualTo(1));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told(id, "medianest.title.followed.v1", "\"AVAILABLE\""))
                        .isEqualTo(1));
    }

    @Test
    void seasonGoesFromTheWishToPlex() {
        connecting.connect(SystemKind.SONARR, lab.url(SystemName.SONARR), new Secret(Keys.SONARR), folder("/tv"));
        Series series = titles(TitleType.SERIES).stream()
                .map(Series.class::cast)
                .filter(Series::ended)
                .findFirst()
                .orElseThrow();
        String id = asked(ada, series, "SERIES", Map.of("seasons", List.of(1)));

        approve(id);
        awaitStanding(id, "SEARCHING");
        lab.clock().advance(Duration.ofMinutes(10));
        awaitStanding(id, "IMPORTED_NOT_IN_PLEX");
        plex.series(900_001, series.tmdbId(), series.title());
        plex.season(900_002, 900_001, 1, 1);
        scan();
        awaitStanding(id, "PARTLY_AVAILABLE");
        plex.season(
                900_002, 900_001, 1, series.season(1).orElseThrow().episodes().size());
        scan();

        awaitStanding(id, "AVAILABLE");
    }

    @Test
    void whatNobodyGetsStaysApprovedAndSaysWhy() {
        String id = asked(ada, titles(TitleType.MOVIE).getFirst(), "MOVIE", Map.of());

        approve(id);

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(find(ada, id).getString("standing.reason")).contains("Radarr is connected"));
        assertThat(find(ada, id).getString("state")).isEqualTo("APPROVED");
    }

    @Test
    void whileRadarrIsAwayItWaitsAndGoesOnByItself() {
        connectRadarr();
        lab.faults().set(SystemName.RADARR, new Fault.Down());
        String id = asked(ada, titles(TitleType.MOVIE).get(1), "MOVIE", Map.of());

        approve(id);
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(find(ada, id).getString("standing.reason")).contains("Radarr"));
        assertThat(find(ada, id).getString("state")).isEqualTo("APPROVED");
        lab.faults().clear();

        awaitStanding(id, "SEARCHING");
        assertThat(find(ada, id).getString("reason")).isNull();
    }

    private void connectRadarr() {
        connecting.connect(SystemKind.RADARR, lab.url(SystemName.RADARR), new Secret(Keys.RADARR), folder("/movies"));
    }

    private static JsonObject folder(String path) {
        return new JsonObject().put("qualityProfileId", 4).put("rootFolderPath", path);
    }

    /** Those that are not in the household's library yet. */
    private List<Title> titles(TitleType type) {
        return lab.world().catalogue().all(type).stream()
                .map(Title.class::cast)
                .filter(title -> lab.world().library().find(title.key()).isEmpty())
                .sorted(Comparator.comparing(Title::released))
                .toList();
    }

    private static void scan() {
        People.admin().post("/api/v1/media/library/scan").then().statusCode(202);
    }

    private static Response ask(UUID person, Title title, String type, Map<String, ?> more) {
        Map<String, Object> wish = new HashMap<>(more);
        wish.put("type", type);
        wish.put("tmdbId", title.tmdbId());
        return as(person, "requests:create")
                .contentType(ContentType.JSON)
                .body(wish)
                .post(REQUESTS);
    }

    private static String asked(UUID person, Title title, String type, Map<String, ?> more) {
        return ask(person, title, type, more).then().statusCode(201).extract().path("id");
    }

    private void approve(String id) {
        as(olga, "requests:manage")
                .post(REQUESTS + "/" + id + "/approve")
                .then()
                .statusCode(200);
    }

    private JsonPath find(UUID person, String id) {
        return as(person, "requests:create")
                .get(REQUESTS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath awaitStanding(String id, String state) {
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() -> assertThat(find(ada, id).prettify()).contains("\"state\": \"" + state + "\""));
        return find(ada, id);
    }

    private long told(String id, String type, String word) {
        return new EventProbe(redis)
                .about(EventStream.MEDIA, id).stream()
                        .filter(envelope -> envelope.type().equals(type))
                        .filter(envelope -> envelope.data().toString().contains(word))
                        .count();
    }

    private static RequestSpecification as(UUID person, String... permissions) {
        return given().header("Authorization", "Bearer " + TestTokens.of(person, "p" + person, permissions));
    }
}
