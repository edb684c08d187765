package org.medianest.auth.session;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.House;
import org.medianest.auth.user.AppUser;
import org.medianest.commons.testing.RelayedRedis;
import org.medianest.commons.testing.TcpRelay;

/** A Redis that takes connections and commands and says nothing. */
@AuthServiceTest
@WithTestResource(RelayedRedis.class)
class SilentRedisTest {
    private static final long SOON = 10_000;

    @SuppressWarnings("NullAway.Init") // RelayedRedis sets it
    TcpRelay relay;

    @Inject
    House house;

    private AppUser ada;
    private String session;
    private String token;

    @BeforeEach
    void somebodyIsSignedIn() {
        ada = house.resident();
        session = house.sessionOf(ada);
        token = house.tokenOf(session);
    }

    @AfterEach
    void redisAnswersAgain() {
        relay.resume();
    }

    @Test
    void whatNeedsItAnswersSoonThatItIsAway() {
        relay.hold();

        assertAway(signIn());
        assertAway(signOut());
        assertAway(grant(session));
    }

    @Test
    void whatDoesNotNeedItIsQuick() {
        relay.hold();
        assertAway(signIn());

        CompletableFuture<Response> waiting = CompletableFuture.supplyAsync(this::signIn);
        given().get("/api/v1/auth/setup").then().statusCode(200).time(lessThan(500L));
        given().auth()
                .oauth2(token)
                .get("/api/v1/auth/me")
                .then()
                .statusCode(200)
                .time(lessThan(500L));
        assertAway(waiting.join());
    }

    @Test
    void allWorksAtOnceWhenItAnswersAgain() {
        relay.hold();
        assertAway(grant(session));
        relay.resume();

        assertThat(grant(session).statusCode()).isEqualTo(200);
        assertThat(signIn().statusCode()).isEqualTo(201);
        assertThat(signOut().statusCode()).isEqualTo(204);
    }

    @Test
    void allWorksAtOnceAfterItsConnectionsWereReset() {
        relay.hold();
        assertAway(grant(session));
        relay.cut();
        relay.resume();

        assertThat(grant(session).statusCode()).isEqualTo(200);
        assertThat(signIn().statusCode()).isEqualTo(201);
    }

    @Test
    void manyAtOnceAreAllAnsweredSoonAndLeaveNothingBehind() {
        int connections = relay.connections();
        relay.hold();

        List<CompletableFuture<Integer>> answers =
                IntStream.range(0, 50).mapToObj(n -> grantMeanwhile()).toList();

        assertThat(answers)
                .allSatisfy(answer ->
                        assertThat(answer.orTimeout(5, SECONDS).join()).isEqualTo(503));
        relay.resume();
        assertThat(grant(session).statusCode()).isEqualTo(200);
        assertThat(IntStream.range(0, 50).mapToObj(n -> grantMeanwhile()).toList())
                .allSatisfy(answer ->
                        assertThat(answer.orTimeout(5, SECONDS).join()).isEqualTo(200));
        assertThat(relay.connections()).isLessThanOrEqualTo(connections + 1);
    }

    private Response signIn() {
        return house.signIn(ada.username(), House.PASSWORD).extract().response();
    }

    private Response signOut() {
        return given().auth().oauth2(token).cookie("medianest", session).delete("/api/v1/auth/sessions/current");
    }

    private static Response grant(String session) {
        return given().header("X-Session", session).post("/internal/v1/tokens");
    }

    private CompletableFuture<Integer> grantMeanwhile() {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + RestAssured.port + "/internal/v1/tokens"))
                .header("X-Session", session)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        return HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .thenApply(HttpResponse::statusCode);
    }

    private static void assertAway(Response answer) {
        answer.then()
                .statusCode(503)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("SERVICE_UNAVAILABLE"))
                .header("Retry-After", equalTo("5"))
                .time(lessThan(SOON));
    }
}
