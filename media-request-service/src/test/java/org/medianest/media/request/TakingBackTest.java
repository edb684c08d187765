package org.medianest.media.request;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
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

/** What is cancelled is not got any more, by those who were told to: as far as we told them, and nobody else wants it. */
@MediaServiceTest
@TestProfile(Journey.class)
@SuppressWarnings("NullAway.Init")
class TakingBackTest {
    private static final String REQUESTS = "/api/v1/requests";
    private static final Duration SOON = Duration.ofSeconds(60);

    Homelab lab;

    @Inject
    Connecting connecting;

    @Inject
    Database database;

    private final UUID ada = UUID.randomUUID();
    private final UUID ben = UUID.randomUUID();
    private final UUID olga = UUID.randomUUID();

    /** Whoever follows a title since another test would go on wanting it. */
    @BeforeEach
    void forgetFollowers() {
        database.run("delete from title_follower").await().atMost(SOON);
    }

    @BeforeEach
    void connect() {
        connecting.connect(
                SystemKind.TMDB, URI.create(lab.url(SystemName.TMDB) + "/3"), new Secret(Keys.TMDB), new JsonObject());
        connecting.connect(SystemKind.RADARR, lab.url(SystemName.RADARR), new Secret(Keys.RADARR), folder("/movies"));
        connecting.connect(SystemKind.SONARR, lab.url(SystemName.SONARR), new Secret(Keys.SONARR), folder("/tv"));
    }

    @AfterEach
    void disconnect() {
        List.of(SystemKind.TMDB, SystemKind.SEERR, SystemKind.RADARR, SystemKind.SONARR)
                .forEach(connecting::disconnect);
        database.run("delete from commission").await().atMost(SOON);
        database.run("delete from request").await().atMost(SOON);
        lab.reset();
    }

    @Test
    void filmIsTakenOutOfRadarrWithItsDownload() {
        Title film = film();
        String id = approved(ada, film, Map.of());
        awaitOnItsWay(id);
        lab.clock().advance(Duration.ofSeconds(40));
        awaitStanding(id, "DOWNLOADING");

        cancel(ada, id).statusCode(200);

        assertThat(awaitTakenBack(id)).isEqualTo("It was taken out of Radarr again.");
        assertThat(lab.radarr().holds(film.tmdbId())).isFalse();
        assertThat(arr(SystemName.RADARR, "/queue").getInt("totalRecords")).isZero();
    }

    @Test
    void filmThatWasThereBeforeUsStays() {
        Title film = film();
        lab.radarr().add(film.tmdbId());
        String id = approved(ada, film, Map.of());
        awaitOnItsWay(id);

        cancel(olga, id).statusCode(200);

        assertThat(notTakenBack(id)).isTrue();
        assertThat(arr(SystemName.RADARR, "/movie").getBoolean("[0].monitored")).isTrue();
    }

    @Test
    void filmThatNobodyLookedForIsNotLookedForAgain() {
        Title film = film();
        lab.radarr().add(film.tmdbId());
        unmonitorFirstFilm();
        String id = approved(ada, film, Map.of());
        awaitOnItsWay(id);

        cancel(ada, id).statusCode(200);

        assertThat(awaitTakenBack(id)).isEqualTo("Radarr does not look for it any more.");
        assertThat(arr(SystemName.RADARR, "/movie").getBoolean("[0].monitored")).isFalse();
    }

    @Test
    void filmThatIsDownloadedAlreadyStays() {
        Title film = film();
        String id = approved(ada, film, Map.of());
        awaitOnItsWay(id);
        lab.clock().advance(Duration.ofMinutes(10));
        awaitStanding(id, "IMPORTED_NOT_IN_PLEX");

        cancel(ada, id).statusCode(200);

        assertThat(awaitTakenBack(id)).isEqualTo("Radarr has got it already, so it stays there.");
        assertThat(arr(SystemName.RADARR, "/movie").getBoolean("[0].hasFile")).isTrue();
    }

    @Test
    void radarrThatIsAwayIsToldWhenItIsBack() {
        Title film = film();
        String id = approved(ada, film, Map.of());
        awaitOnItsWay(id);
        lab.faults().set(SystemName.RADARR, new Fault.Down());

        cancel(ada, id).statusCode(200);
        await().atMost(SOON).until(() -> count("taking_back = 'WANTED' and failures > 0") == 1);
        interrupt();
        lab.faults().clear();

        awaitTakenBack(id);
        assertThat(lab.radarr().holds(film.tmdbId())).isFalse();
        assertThat(find(id).<String>getList("timeline.kind"))
                .filteredOn("TAKEN_BACK"::equals)
                .hasSize(1);
    }

    @Test
    void seasonIsNotLookedForAnyMoreAndThatOfSomebodyElseIs() {
        Series series = series();
        String first = approved(ada, series, Map.of("seasons", List.of(1)));
        String second = approved(ben, series, Map.of("seasons", List.of(2)));
        awaitOnItsWay(first);
        awaitOnItsWay(second);

        cancel(ada, first).statusCode(200);

        assertThat(awaitTakenBack(first)).isEqualTo("Sonarr does not look for it any more.");
        assertThat(monitored()).containsEntry(1, false).containsEntry(2, true);
        cancel(ben, second).statusCode(200);
        assertThat(awaitTakenBack(second)).isEqualTo("It was taken out of Sonarr again.");
        assertThat(arr(SystemName.SONARR, "/series").getList("")).isEmpty();
    }

    @Test
    void seasonsThatWereLookedForBeforeUsStaySo() {
        Series series = series();
        lab.sonarr().add(series.tvdbId());
        unmonitorSeason(2);
        String id = approved(ada, series, Map.of("seasons", List.of(1, 2)));
        awaitOnItsWay(id);

        cancel(ada, id).statusCode(200);

        awaitTakenBack(id);
        assertThat(monitored()).containsEntry(1, true).containsEntry(2, false);
    }

    @Test
    void requestIsDeletedInSeerr() {
        connecting.connect(SystemKind.SEERR, lab.url(SystemName.SEERR), new Secret(Keys.SEERR), new JsonObject());
        String id = approved(ada, film(), Map.of());
        awaitOnItsWay(id);
        lab.faults().set(SystemName.SEERR, new Fault.Status(500));

        cancel(ada, id).statusCode(200);
        await().atMost(SOON).until(() -> count("taking_back = 'WANTED' and failures > 0") == 1);
        lab.faults().clear();

        assertThat(awaitTakenBack(id)).startsWith("The request was taken out of Seerr.");
        assertThat(seerrRequests()).isZero();
    }

    @Test
    void requestOfSomebodyElseInSeerrStays() {
        connecting.connect(SystemKind.SEERR, lab.url(SystemName.SEERR), new Secret(Keys.SEERR), new JsonObject());
        Title film = film();
        given().header("X-Api-Key", Keys.SEERR)
                .contentType(ContentType.JSON)
                .body(Map.of("mediaType", "movie", "mediaId", film.tmdbId()))
                .post(lab.url(SystemName.SEERR) + "/api/v1/request")
                .then()
                .statusCode(201);
        String id = approved(ada, film, Map.of());
        awaitOnItsWay(id);

        cancel(ada, id).statusCode(200);

        assertThat(notTakenBack(id)).isTrue();
        assertThat(seerrRequests()).isOne();
    }

    @Test
    void whatSomebodyFollowsIsGotOnUntilNobodyWantsIt() {
        Title film = film();
        String id = approved(ada, film, Map.of());
        ask(ben, film, Map.of()).then().statusCode(200).body("id", equalTo(id));
        awaitOnItsWay(id);

        cancel(ada, id).statusCode(200);

        assertThat(find(id).<String>getList("timeline.text"))
                .last()
                .isEqualTo("It is still being got: somebody else follows it.");
        String again = approved(ben, film, Map.of());
        awaitOnItsWay(again);
        assertThat(lab.radarr().holds(film.tmdbId())).isTrue();
        cancel(ben, again).statusCode(200);
        assertThat(awaitTakenBack(again)).isEqualTo("It was taken out of Radarr again.");
        assertThat(lab.radarr().holds(film.tmdbId())).isFalse();
    }

    @Test
    void whatIsAskedForAgainBeforeItIsTakenBackStays() {
        Title film = film();
        String id = approved(ada, film, Map.of());
        awaitOnItsWay(id);
        lab.faults().set(SystemName.RADARR, new Fault.Down());
        cancel(ada, id).statusCode(200);
        await().atMost(SOON).until(() -> count("taking_back = 'WANTED' and failures > 0") == 1);

        String again = approved(ben, film, Map.of());

        assertThat(awaitTakenBack(id)).isEqualTo("It stays with Radarr: somebody else has asked for it.");
        lab.faults().clear();
        awaitOnItsWay(again);
        assertThat(lab.radarr().holds(film.tmdbId())).isTrue();
        cancel(ben, again).statusCode(200);
        awaitTakenBack(again);
        assertThat(lab.radarr().holds(film.tmdbId())).isFalse();
    }

    private static JsonObject folder(String path) {
        return new JsonObject().put("qualityProfileId", 4).put("rootFolderPath", path);
    }

    private Title film() {
        return titles(TitleType.MOVIE).getFirst();
    }

    private Series series() {
        return titles(TitleType.SERIES).stream()
                .map(Series.class::cast)
                .filter(Series::ended)
                .filter(one -> one.season(2).isPresent())
                .findFirst()
                .orElseThrow();
    }

    /** Those that are not in the household's library yet. */
    private List<Title> titles(TitleType type) {
        return lab.world().catalogue().all(type).stream()
                .map(Title.class::cast)
                .filter(title -> lab.world().library().find(title.key()).isEmpty())
                .sorted(Comparator.comparing(Title::released))
                .toList();
    }

    private String approved(UUID person, Title title, Map<String, ?> more) {
        String id = ask(person, title, more).then().statusCode(201).extract().path("id");
        as(olga, "requests:manage")
                .post(REQUESTS + "/" + id + "/approve")
                .then()
                .statusCode(200);
        return id;
    }

    private static Response ask(UUID person, Title title, Map<String, ?> more) {
        Map<String, Object> wish = new HashMap<>(more);
        wish.put("type", title instanceof Series ? "SERIES" : "MOVIE");
        wish.put("tmdbId", title.tmdbId());
        return as(person, "requests:create")
                .contentType(ContentType.JSON)
                .body(wish)
                .post(REQUESTS);
    }

    private ValidatableResponse cancel(UUID person, String id) {
        return as(person, person.equals(olga) ? "requests:manage" : "requests:create")
                .post(REQUESTS + "/" + id + "/cancel")
                .then();
    }

    private JsonPath find(String id) {
        return as(olga, "requests:manage")
                .get(REQUESTS + "/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Somebody has it. */
    private void awaitOnItsWay(String id) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(find(id).getString("state")).isEqualTo("PROCESSING"));
    }

    private void awaitStanding(String id, String state) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(find(id).getString("standing.state")).isEqualTo(state));
    }

    /** What the timeline says of it. */
    private String awaitTakenBack(String id) {
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(find(id).<String>getList("timeline.kind")).contains("TAKEN_BACK"));
        JsonPath request = find(id);
        assertThat(request.getString("state")).isEqualTo("CANCELLED");
        return request.getString("timeline.find { it.kind == 'TAKEN_BACK' }.text");
    }

    /** Nothing of it is ours, so there is nothing to wait for. */
    private boolean notTakenBack(String id) {
        return count("request_id = '" + UUID.fromString(id) + "' and taking_back = 'DONE'") == 1;
    }

    /** As a process does that is killed in the middle of it, when the time that it had is over. */
    private void interrupt() {
        database.run("update commission set taking_back = 'RUNNING', next_at = now() where taking_back = 'WANTED'")
                .await()
                .atMost(SOON);
    }

    private int count(String which) {
        return database.list(row -> true, "select 1 from commission where " + which)
                .await()
                .atMost(SOON)
                .size();
    }

    private void unmonitorFirstFilm() {
        Map<String, Object> movie =
                new HashMap<>(arr(SystemName.RADARR, "/movie").getMap("[0]"));
        movie.put("monitored", false);
        put(SystemName.RADARR, "/movie/" + movie.get("id"), movie);
    }

    private void unmonitorSeason(int number) {
        Map<String, Object> series =
                new HashMap<>(arr(SystemName.SONARR, "/series").getMap("[0]"));
        List<Map<String, Object>> seasons = arr(SystemName.SONARR, "/series").getList("[0].seasons");
        seasons.stream()
                .filter(season -> Objects.equals(season.get("seasonNumber"), number))
                .forEach(season -> season.put("monitored", false));
        series.put("seasons", seasons);
        put(SystemName.SONARR, "/series/" + series.get("id"), series);
    }

    private Map<Integer, Boolean> monitored() {
        Map<Integer, Boolean> monitored = new HashMap<>();
        List<Map<String, Object>> seasons = arr(SystemName.SONARR, "/series").getList("[0].seasons");
        seasons.forEach(
                season -> monitored.put((Integer) season.get("seasonNumber"), (Boolean) season.get("monitored")));
        return monitored;
    }

    private JsonPath arr(SystemName system, String path) {
        return arr(system)
                .get(lab.url(system) + "/api/v3" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void put(SystemName system, String path, Map<String, Object> body) {
        arr(system)
                .contentType(ContentType.JSON)
                .body(body)
                .put(lab.url(system) + "/api/v3" + path)
                .then()
                .statusCode(202);
    }

    private static RequestSpecification arr(SystemName system) {
        return RestAssured.given().header("X-Api-Key", system == SystemName.RADARR ? Keys.RADARR : Keys.SONARR);
    }

    private int seerrRequests() {
        return given().header("X-Api-Key", Keys.SEERR)
                .get(lab.url(SystemName.SEERR) + "/api/v1/request")
                .then()
                .statusCode(200)
                .extract()
                .path("pageInfo.results");
    }

    private static RequestSpecification as(UUID person, String... permissions) {
        return given().header("Authorization", "Bearer " + TestTokens.of(person, "p" + person, permissions));
    }
}
