package org.medianest.gateway.status;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemType;
import org.medianest.gateway.own.OwnApi;
import org.medianest.gateway.problem.GatewayProblem;
import org.medianest.gateway.testing.ApiDocument;
import org.medianest.gateway.testing.ApiDocument.Operation;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;

/** The document is written by hand, since there are no resources that it could be made from: so the answers are held against it. */
@QuarkusTest
@WithTestResource(House.class)
class OpenApiTest {
    private static final String SOURCE = "/api/v1/status/sources/uptime-kuma";

    @Inject
    RedisDataSource redis;

    @Inject
    OwnApi own;

    private final ApiDocument document = ApiDocument.of("gateway-service");
    private Person olga;

    OpenApiTest() throws IOException {}

    @BeforeEach
    void signIn() {
        olga = Person.signedIn(redis, Permission.SETTINGS_MANAGE);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                asOlga().get("/api/v1/status").jsonPath().<String>getList("items.state"))
                        .contains("UP", "DOWN")
                        .hasSizeGreaterThan(3));
    }

    @Test
    void documentNamesAllThatThereIs() {
        assertThat(own.operations())
                .containsExactlyInAnyOrderElementsOf(
                        document.operations().stream().map(Operation::toString).toList());
    }

    @Test
    void answersAreAsTheDocumentSays() throws IOException {
        Map<String, String> page =
                Map.of("method", "STATUS_PAGE", "url", "http://127.0.0.1:" + House.unusedPort(), "slug", "home");

        assertFits(
                SOURCE,
                "get",
                asOlga().get(SOURCE).then().statusCode(200).extract().asString());
        assertFits(
                SOURCE,
                "put",
                asOlga().body(page).put(SOURCE).then().statusCode(200).extract().asString());
        assertFits(
                SOURCE + "/test",
                "post",
                asOlga().body(page)
                        .post(SOURCE + "/test")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
        assertFits("/api/v1/status", "get", asOlga().get("/api/v1/status").asString());
        assertFits(
                "/api/v1/capabilities",
                "get",
                asOlga().get("/api/v1/capabilities").asString());
        assertFits(
                "/api/v1/status/{id}/history",
                "get",
                asOlga().get("/api/v1/status/media/history").asString());
        asOlga().delete(SOURCE).then().statusCode(204);
    }

    @Test
    void codesAreThoseThatThereAre() {
        assertThat(codes("CommonProblemCode")).isEqualTo(codes(CommonProblem.values()));
        assertThat(codes("GatewayProblemCode")).isEqualTo(codes(GatewayProblem.values()));
    }

    private List<String> codes(String schema) {
        return document.root()
                .path("components")
                .path("schemas")
                .path(schema)
                .path("oneOf")
                .valueStream()
                .map(code -> "%s %s: %s. %s"
                        .formatted(
                                code.path("x-status").asText(),
                                code.path("const").asText(),
                                code.path("title").asText(),
                                code.path("description").asText()))
                .toList();
    }

    private static List<String> codes(ProblemType... kinds) {
        return Stream.of(kinds)
                .map(kind -> "%d %s: %s. %s".formatted(kind.status(), kind.name(), kind.title(), kind.remedy()))
                .toList();
    }

    private void assertFits(String path, String method, String answer) throws IOException {
        assertThat(document.answer(path, method, "200"))
                .hasValueSatisfying(schema -> assertThat(answer)
                        .satisfies(text -> assertThat(document.faults(new ObjectMapper().readTree(text), schema, path))
                                .isEmpty()));
    }

    private RequestSpecification asOlga() {
        return given().header("Cookie", olga.cookie())
                .header("Sec-Fetch-Site", "same-origin")
                .contentType("application/json");
    }
}
