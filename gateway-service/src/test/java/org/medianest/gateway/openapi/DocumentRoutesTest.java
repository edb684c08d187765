package org.medianest.gateway.openapi;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.gateway.testing.ApiDocument;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;

/** In a house in which media-request-service is dead. */
@QuarkusTest
@WithTestResource(House.class)
class DocumentRoutesTest {
    private static final String ADDRESS = "/api/v1/openapi";

    @Inject
    RedisDataSource redis;

    private Person alice;

    @BeforeEach
    void signIn() {
        alice = Person.signedIn(redis);
    }

    @Test
    void documentNamesWhatAllServicesServe() throws IOException {
        ApiDocument merged = new ApiDocument(new ObjectMapper().readTree(ask().asString()));

        assertThat(merged.operations()).containsExactlyInAnyOrderElementsOf(ApiDocument.everything());
        assertThat(merged.root().at("/info/title").asText()).isEqualTo("MediaNest");
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        JsonNode merged = new ObjectMapper().readTree(ask().asString());

        assertThat(merged.findValuesAsText("$ref"))
                .hasSizeGreaterThan(100)
                .allMatch(pointer -> !merged.at(pointer.substring(1)).isMissingNode());
    }

    @Test
    void codesOfAllRefusalsAreInIt() throws IOException {
        JsonNode schemas = new ObjectMapper().readTree(ask().asString()).at("/components/schemas");

        assertThat(schemas.propertyStream().map(Map.Entry::getKey).filter(name -> name.endsWith("ProblemCode")))
                .containsExactlyInAnyOrder(
                        "AuthProblemCode",
                        "CommonProblemCode",
                        "DownloadProblemCode",
                        "GatewayProblemCode",
                        "MediaProblemCode",
                        "NginxProblemCode",
                        "RequestProblemCode");
    }

    @Test
    void whoHasItIsNotSentItAgain() {
        Response first = ask();
        String tag = first.header("ETag");

        given().header("Cookie", alice.cookie())
                .header("If-None-Match", "W/" + tag)
                .get(ADDRESS)
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(emptyString());
        given().header("Cookie", alice.cookie())
                .header("If-None-Match", "\"another\"")
                .get(ADDRESS)
                .then()
                .statusCode(200);
        assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
    }

    @Test
    void strangerDoesNotSeeIt() {
        given().get(ADDRESS).then().statusCode(401);
    }

    private Response ask() {
        return given().header("Cookie", alice.cookie())
                .get(ADDRESS)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .extract()
                .response();
    }
}
