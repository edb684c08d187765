package org.medianest.gateway.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.MediaEvent.IntegrationChanged;
import org.medianest.commons.problem.TraceId;
import org.medianest.commons.testing.EventProbe;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Lamp;
import org.medianest.gateway.testing.Person;

@QuarkusTest
@WithTestResource(House.class)
class StatusTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    RedisDataSource redis;

    private Person alice;

    @BeforeEach
    void signIn() {
        alice = Person.signedIn(redis);
    }

    @Test
    void servicesOfTheHouseAreWatched() {
        awaitState("gateway", "UP");
        awaitState("auth", "UP");
        awaitState("downloads", "UP");
        awaitState("media", "DOWN");

        status().body("items.find { it.id == 'media' }.message", equalTo("It does not answer."))
                .body("items.find { it.id == 'media' }.kind", equalTo("SERVICE"))
                .body("items.find { it.id == 'media' }.since", notNullValue())
                .body("items.find { it.id == 'auth' }.responseMs", notNullValue())
                .body("items.find { it.id == 'auth' }.days", hasSize(90))
                .body("items.find { it.id == 'auth' }.days[0].state", equalTo("UNKNOWN"))
                .body("items.find { it.id == 'auth' }.days[89].state", equalTo("UP"))
                .body("items.find { it.id == 'auth' }.uptime.day", equalTo(1.0f))
                .body("updatedAt", notNullValue());
    }

    @Test
    void connectedSystemIsWatchedFromItsEventOn() throws IOException {
        try (Lamp radarr = Lamp.start()) {
            say(new IntegrationChanged("RADARR", true, "Films", radarr.show(401).url()));

            awaitState("radarr", "UP");
            status().body("items.find { it.id == 'radarr' }.name", equalTo("Radarr, “Films”"))
                    .body("items.find { it.id == 'radarr' }.kind", equalTo("SYSTEM"));

            radarr.show(502);
            awaitState("radarr", "DOWN");
            status().body("items.find { it.id == 'radarr' }.message", equalTo("It answers with the error 502."));

            radarr.show(302);
            awaitState("radarr", "UP");
            status().body("items.find { it.id == 'radarr' }.message", nullValue());
            assertThat(radarr.followed()).isZero();

            assertThat(states("radarr")).containsSubsequence("UP", "DOWN", "UP");
            history("radarr", "DAY")
                    .body("changes.state", equalTo(List.of("UP", "DOWN", "UP")))
                    .body("points.size()", greaterThan(0))
                    .body("points[0].state", equalTo("PARTLY"));
            history("radarr", "WEEK").body("points.size()", greaterThan(0));
            history("radarr", "MONTH").body("points.size()", greaterThan(0));
        } finally {
            say(new IntegrationChanged("RADARR", false, null, null));
        }
        await().atMost(PATIENCE).untilAsserted(() -> status().body("items.find { it.id == 'radarr' }", nullValue()));
        asAlice().get("/api/v1/status/radarr/history").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void oneFailureAloneIsNotSaid() throws IOException {
        try (Lamp sonarr = Lamp.start()) {
            say(new IntegrationChanged("SONARR", true, null, sonarr.url()));
            awaitState("sonarr", "UP");

            assertThat(states("sonarr")).containsExactly("UP");
        } finally {
            say(new IntegrationChanged("SONARR", false, null, null));
        }
    }

    @Test
    void whatIsPossibleFollowsFromWhatIsUp() throws IOException {
        awaitState("media", "DOWN");
        try (Lamp plex = Lamp.start()) {
            capabilities()
                    .body("play.available", equalTo(false))
                    .body("play.reason", equalTo("No Plex server is connected yet."))
                    .body("download.available", equalTo(true))
                    .body("download.reason", nullValue())
                    .body("request.available", equalTo(false))
                    .body("request.since", notNullValue())
                    .body("search.reason", equalTo("Films, series and requests: It does not answer."))
                    .body("status.available", equalTo(true));

            say(new IntegrationChanged("PLEX", true, "Attic", plex.url()));
            awaitState("plex", "UP");
            awaitState("plex-tv", "DOWN");

            capabilities()
                    .body("play.available", equalTo(true))
                    .body("signInWithPlex.available", equalTo(false))
                    .body("signInWithPlex.reason", equalTo("plex.tv: It does not answer."));

            plex.show(503);
            awaitState("plex", "DOWN");
            capabilities()
                    .body("play.available", equalTo(false))
                    .body("play.reason", equalTo("Plex, “Attic”: It answers with the error 503."));
        } finally {
            say(new IntegrationChanged("PLEX", false, null, null));
        }
    }

    @Test
    void onlyPeopleAreTold() {
        given().get("/api/v1/status").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
        given().get("/api/v1/capabilities").then().statusCode(401);
        given().get("/api/v1/status/auth/history").then().statusCode(401);
        given().get("/api/v1/status/no/such/thing").then().statusCode(401);
        given().header("Authorization", "Bearer mn_x")
                .get("/api/v1/status")
                .then()
                .statusCode(401);
    }

    @Test
    void whatIsNotThereIsNotThere() {
        asAlice().get("/api/v1/status/auth/nothing").then().statusCode(404);
        asAlice().get("/api/v1/status/nobody/history").then().statusCode(404);
        asAlice().get("/api/v1/statusx").then().statusCode(404);
        asAlice()
                .get("/api/v1/status/auth/history?range=YEAR")
                .then()
                .statusCode(400)
                .body("code", equalTo("VALIDATION_FAILED"))
                .body("violations[0].field", equalTo("range"));
        asAlice()
                .header("Sec-Fetch-Site", "same-origin")
                .delete("/api/v1/status")
                .then()
                .statusCode(405)
                .header("Allow", equalTo("GET"));
    }

    @Test
    void askingForTheHeadOnlyIsFine() {
        asAlice().head("/api/v1/capabilities").then().statusCode(200);
    }

    private RequestSpecification asAlice() {
        return given().header("Cookie", alice.cookie());
    }

    private ValidatableResponse status() {
        return asAlice().get("/api/v1/status").then().statusCode(200).header("Cache-Control", equalTo("no-store"));
    }

    private ValidatableResponse capabilities() {
        return asAlice().get("/api/v1/capabilities").then().statusCode(200);
    }

    private ValidatableResponse history(String id, String range) {
        return asAlice()
                .get("/api/v1/status/" + id + "/history?range=" + range)
                .then()
                .statusCode(200);
    }

    private void awaitState(String id, @Nullable String state) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(stateOf(id)).isEqualTo(state));
    }

    private @Nullable String stateOf(String id) {
        return asAlice().get("/api/v1/status").jsonPath().getString("items.find { it.id == '" + id + "' }.state");
    }

    /** As they were said to all. */
    private List<String> states(String id) {
        return new EventProbe(redis)
                .about(EventStream.STATUS, id).stream()
                        .map(EventEnvelope::data)
                        .map(data -> data.get("state").asText())
                        .toList();
    }

    private void say(IntegrationChanged event) {
        new EventProbe(redis)
                .say(EventStream.MEDIA, EventCodec.wrap("/media-request-service", event, TraceId.newTraceparent()));
    }
}
