package org.medianest.media.request;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

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
import org.medianest.commons.database.Database;
import org.medianest.commons.testing.TestTokens;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.catalogue.Series;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.integration.Connecting;
import org.medianest.media.system.Secret;
import org.medianest.media.system.SystemKind;

/** People who ask for titles, beside TMDB, Radarr, Sonarr and Seerr as they really speak. */
@SuppressWarnings("NullAway.Init")
abstract class WithHomelab {
    static final Duration SOON = Duration.ofSeconds(60);
    static final String REQUESTS = "/api/v1/requests";

    Homelab lab;

    @Inject
    Connecting connecting;

    @Inject
    Database database;

    final UUID ada = UUID.randomUUID();
    final UUID ben = UUID.randomUUID();
    final UUID olga = UUID.randomUUID();

    /** Whoever follows a title since another test would go on wanting it. */
    @BeforeEach
    void forgetFollowers() {
        database.run("delete from title_follower").await().atMost(SOON);
    }

    @BeforeEach
    void connectTmdb() {
        connecting.connect(
                SystemKind.TMDB, URI.create(lab.url(SystemName.TMDB) + "/3"), new Secret(Keys.TMDB), new JsonObject());
    }

    @AfterEach
    void disconnect() {
        List.of(SystemKind.TMDB, SystemKind.SEERR, SystemKind.RADARR, SystemKind.SONARR)
                .forEach(connecting::disconnect);
        database.run("delete from commission").await().atMost(SOON);
        database.run("delete from request").await().atMost(SOON);
        lab.reset();
    }

    void connectRadarr() {
        connecting.connect(SystemKind.RADARR, lab.url(SystemName.RADARR), new Secret(Keys.RADARR), folder("/movies"));
    }

    void connectSonarr() {
        connecting.connect(SystemKind.SONARR, lab.url(SystemName.SONARR), new Secret(Keys.SONARR), folder("/tv"));
    }

    void connectSeerr() {
        connecting.connect(SystemKind.SEERR, lab.url(SystemName.SEERR), new Secret(Keys.SEERR), new JsonObject());
    }

    private static JsonObject folder(String path) {
        return new JsonObject().put("qualityProfileId", 4).put("rootFolderPath", path);
    }

    Title film() {
        return titles(TitleType.MOVIE).getFirst();
    }

    /** One that has ended. */
    Series series() {
        return titles(TitleType.SERIES).stream()
                .map(Series.class::cast)
                .filter(Series::ended)
                .filter(one -> one.season(2).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** Those that are not in the household's library yet. */
    List<Title> titles(TitleType type) {
        return lab.world().catalogue().all(type).stream()
                .map(Title.class::cast)
                .filter(title -> lab.world().library().find(title.key()).isEmpty())
                .sorted(Comparator.comparing(Title::released))
                .toList();
    }

    static Response ask(UUID person, Title title, Map<String, ?> more) {
        Map<String, Object> wish = new HashMap<>(more);
        wish.put("type", title instanceof Series ? "SERIES" : "MOVIE");
        wish.put("tmdbId", title.tmdbId());
        return as(person, "requests:create")
                .contentType(ContentType.JSON)
                .body(wish)
                .post(REQUESTS);
    }

    static String asked(UUID person, Title title, Map<String, ?> more) {
        return ask(person, title, more).then().statusCode(201).extract().path("id");
    }

    void approve(String id) {
        as(olga, "requests:manage")
                .post(REQUESTS + "/" + id + "/approve")
                .then()
                .statusCode(200);
    }

    JsonPath find(UUID person, String id) {
        return as(person, permission(person))
                .get(REQUESTS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    JsonPath awaitStanding(UUID person, String id, String state) {
        return await().atMost(SOON)
                .until(() -> find(person, id), request -> state.equals(request.getString("standing.state")));
    }

    String permission(UUID person) {
        return person.equals(olga) ? "requests:manage" : "requests:create";
    }

    static RequestSpecification as(UUID person, String... permissions) {
        return given().header("Authorization", "Bearer " + TestTokens.of(person, "p" + person, permissions));
    }
}
