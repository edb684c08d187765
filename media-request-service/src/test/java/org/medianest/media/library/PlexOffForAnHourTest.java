package org.medianest.media.library;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.testing.EventProbe;
import org.medianest.commons.testing.TestTokens;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.media.testing.MediaServiceTest;
import org.medianest.media.testing.People;

/** An hour without Plex, try after try: nothing is gone, nothing is asked for twice, and afterwards only the truth is told, once. */
@MediaServiceTest
class PlexOffForAnHourTest extends WithLibrary {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(30);
    private static final Duration BETWEEN_SCANS = Duration.ofMinutes(15);
    private static final String AVAILABLE = "medianest.request.available.v1";
    private static final TitleKey WISHED = TitleKey.movie(653);
    private static final TitleKey VANISHING = TitleKey.movie(19);

    @Inject
    LibraryWatch watch;

    @Inject
    Heard heard;

    @Inject
    RedisDataSource redis;

    private final UUID ada = UUID.randomUUID();

    @AfterEach
    void forgetRequests() {
        database.run("delete from request").await().atMost(SOON);
        heard.forget();
    }

    @Test
    void nothingIsGoneAndNothingIsToldTwice() {
        TitleKey late = absentFilm();
        String wished = asked(WISHED);
        homelab.play("film-arrives");
        awaitRequest(wished, "AVAILABLE");
        String waiting = asked(late);
        int items = LibraryPage.view().getInt("items");
        Instant lastScan = Instant.parse(LibraryPage.view().getString("lastScanAt"));
        heard.forget();

        homelab.play("plex-down");
        passes(BETWEEN_SCANS);
        homelab.play("film-vanishes");
        homelab.world().library().add(late);
        for (Duration past = BETWEEN_SCANS; past.compareTo(HOUR) < 0; past = past.plus(BETWEEN_TRIES)) {
            passes(BETWEEN_TRIES);
        }

        assertThat(LibraryPage.view().getString("state")).isEqualTo("FAILED");
        assertThat(LibraryPage.view().getString("message")).startsWith("Plex cannot be reached");
        assertThat(LibraryPage.view().getInt("items")).isEqualTo(items);
        assertThat(Instant.parse(LibraryPage.view().getString("lastScanAt"))).isEqualTo(lastScan);
        assertThat(healthOfPlex()).isEqualTo("DOWN");
        assertThat(stateOf(VANISHING)).isEqualTo("AVAILABLE");
        assertThat(heard.times(id(VANISHING))).isZero();
        ask(VANISHING).statusCode(409).body("code", equalTo("ALREADY_AVAILABLE"));
        ask(WISHED).statusCode(409).body("code", equalTo("ALREADY_AVAILABLE"));
        assertThat(request(waiting)).isEqualTo("PENDING");

        homelab.faults().clear();
        passes(BETWEEN_TRIES);
        LibraryPage.upToDate();
        awaitRequest(waiting, "AVAILABLE");
        assertThat(stateOf(VANISHING)).isEqualTo("AVAILABLE");
        assertThat(LibraryPage.view().getInt("items")).isEqualTo(items + 1);
        passes(BETWEEN_SCANS);
        await().atMost(SOON).until(() -> stateOf(VANISHING), equalTo("REMOVED"));

        assertThat(LibraryPage.view().getInt("items")).isEqualTo(items);
        assertThat(heard.times(id(VANISHING))).isEqualTo(1);
        assertThat(heard.times(id(late))).isEqualTo(1);
        assertThat(heard.times(id(WISHED))).isZero();
        List.of(WISHED, late).forEach(film -> assertThat(found(film)).containsOnlyOnce(film.tmdbId()));
        assertThat(requests()).containsExactlyInAnyOrder(wished, waiting);
        List.of(wished, waiting)
                .forEach(id -> await().atMost(SOON)
                        .untilAsserted(() -> assertThat(new EventProbe(redis).typesAbout(EventStream.MEDIA, id))
                                .containsOnlyOnce(AVAILABLE)));
    }

    /** Time passes for the household and for what is noted of the last scan, and another one is tried. */
    private void passes(Duration time) {
        homelab.clock().advance(time);
        Instant before = database.first(
                        row -> row.getOffsetDateTime(0).toInstant(),
                        "update library_scan set touched_at = touched_at - $1 * interval '1 second',"
                                + " read_at = read_at - $1 * interval '1 second' returning touched_at",
                        (double) time.toSeconds())
                .await()
                .atMost(SOON)
                .orElseThrow();
        watch.wake();
        await().atMost(SOON).pollInterval(Duration.ofMillis(5)).until(() -> hasTried(before));
    }

    private boolean hasTried(Instant before) {
        return database.first(
                        row -> row.getBoolean(0),
                        "select touched_at > $1 and state <> 'RUNNING' from library_scan",
                        before.atOffset(ZoneOffset.UTC))
                .await()
                .atMost(SOON)
                .orElseThrow();
    }

    private TitleKey absentFilm() {
        return homelab.world().catalogue().all(TitleType.MOVIE).stream()
                .map(title -> TitleKey.movie(title.tmdbId()))
                .filter(key -> homelab.world().library().find(key).isEmpty())
                .filter(key -> !key.equals(WISHED))
                .findFirst()
                .orElseThrow();
    }

    private List<Integer> found(TitleKey film) {
        String title = homelab.world().catalogue().find(film).orElseThrow().title();
        return search(title).getList("library.tmdbId");
    }

    private static String healthOfPlex() {
        return People.admin()
                .get(People.INTEGRATIONS)
                .jsonPath()
                .getString("items.find { it.kind == 'PLEX' }.health.state");
    }

    private String stateOf(TitleKey film) {
        return asAda().get(MEDIA + "/titles/movie/" + film.tmdbId())
                .then()
                .statusCode(200)
                .extract()
                .path("standing.state");
    }

    private ValidatableResponse ask(TitleKey film) {
        return asAda().contentType(ContentType.JSON)
                .body(Map.of("type", "MOVIE", "tmdbId", film.tmdbId()))
                .post("/api/v1/requests")
                .then();
    }

    private String asked(TitleKey film) {
        return ask(film).statusCode(201).extract().path("id");
    }

    private List<String> requests() {
        return asAda().get("/api/v1/requests").then().statusCode(200).extract().path("items.id");
    }

    private String request(String id) {
        return asAda().get("/api/v1/requests/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("state");
    }

    private void awaitRequest(String id, String state) {
        await().atMost(SOON).until(() -> request(id), equalTo(state));
    }

    private RequestSpecification asAda() {
        return given().header("Authorization", "Bearer " + TestTokens.of(ada, "ada", Permission.REQUESTS_CREATE));
    }
}
