package org.medianest.media.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;

/** Requests that are with the systems already when they are cancelled. */
abstract class CancelledRequests extends WithHomelab {
    @BeforeEach
    void connectBoth() {
        connectRadarr();
        connectSonarr();
    }

    String approved(UUID person, Title title, Map<String, ?> more) {
        String id = asked(person, title, more);
        approve(id);
        return id;
    }

    /** Somebody has it. */
    String onItsWay(UUID person, Title title, Map<String, ?> more) {
        String id = approved(person, title, more);
        awaitOnItsWay(id);
        return id;
    }

    void awaitOnItsWay(String id) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(find(olga, id).getString("state")).isEqualTo("PROCESSING"));
    }

    ValidatableResponse cancel(UUID person, String id) {
        return as(person, permission(person))
                .post(REQUESTS + "/" + id + "/cancel")
                .then();
    }

    /** The system could not be told, and is to be told again. */
    void awaitPutOff() {
        await().atMost(SOON).until(() -> count("taking_back = 'WANTED' and failures > 0") == 1);
    }

    /** What the timeline says of it. */
    String awaitTakenBack(String id) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(find(olga, id).<String>getList("timeline.kind"))
                        .contains("TAKEN_BACK"));
        JsonPath request = find(olga, id);
        assertThat(request.getString("state")).isEqualTo("CANCELLED");
        return request.getString("timeline.find { it.kind == 'TAKEN_BACK' }.text");
    }

    /** Nothing of it is ours, so there is nothing to wait for. */
    boolean notTakenBack(String id) {
        return count("request_id = '" + UUID.fromString(id) + "' and taking_back = 'DONE'") == 1;
    }

    int count(String which) {
        return database.list(row -> true, "select 1 from commission where " + which)
                .await()
                .atMost(SOON)
                .size();
    }

    JsonPath arr(SystemName system, String path) {
        return arr(system)
                .get(lab.url(system) + "/api/v3" + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    void put(SystemName system, String path, Map<String, Object> body) {
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
}
