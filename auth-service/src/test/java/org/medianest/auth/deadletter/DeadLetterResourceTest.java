package org.medianest.auth.deadletter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.identity.Permission;

@AuthServiceTest
class DeadLetterResourceTest extends WithDeadLetters {
    private static final String UNKNOWN = "downloads-1700000000000-9";

    @Test
    void withoutDeadLettersTheListIsEmpty() {
        asAdmin().get(PATH).then().statusCode(200).body("items", empty()).body("nextCursor", nullValue());
    }

    @Test
    void lettersOfAllStreamsArePagedNewestFirst() {
        bury(EventStream.AUTH, "1700000000001-0", "a");
        bury(EventStream.AUTH, "1700000000002-0", "b");
        bury(EventStream.AUTH, "1700000000002-1", "c");
        bury(EventStream.AUTH, "1700000000004-0", "d");
        bury(EventStream.DOWNLOADS, "1700000000002-0", "e");
        bury(EventStream.DOWNLOADS, "1700000000003-0", "f");
        bury(EventStream.DOWNLOADS, "1700000000004-0", "g");

        List<String> all = List.of(
                "auth-1700000000004-0",
                "downloads-1700000000004-0",
                "downloads-1700000000003-0",
                "auth-1700000000002-1",
                "auth-1700000000002-0",
                "downloads-1700000000002-0",
                "auth-1700000000001-0");
        for (int limit = 1; limit <= all.size(); limit++) {
            assertThat(idsInPagesOf(limit)).as("pages of %d", limit).isEqualTo(all);
        }
    }

    @Test
    void letterSaysWhatWasSaidAndWhyItWasGivenUp() {
        String id = bury(EventStream.DOWNLOADS, "1700000000000-0", EventCodec.encode(cancelled));

        asAdmin()
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("stream", equalTo("events:downloads"))
                .body("consumer", equalTo("media-request-service"))
                .body("attempts", equalTo(5))
                .body("error", equalTo("it did not work"))
                .body("buriedAt", equalTo("2023-11-14T22:13:20Z"))
                .body("eventId", equalTo(cancelled.id().toString()))
                .body("type", equalTo("medianest.download.cancelled.v1"))
                .body("subject", equalTo(cancelled.subject()))
                .body("time", equalTo(cancelled.time().toString()))
                .body("event", equalTo(EventCodec.encode(cancelled)));
        asAdmin().get(PATH).then().body("items.id", contains(id));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{not json", "", "{}", "null", "\u202e\u0001 🎬", "{\"id\":7,\"time\":\"yesterday\"}"})
    void poisonIsShownAsItIs(String poison) {
        String id = bury(EventStream.DOWNLOADS, "1700000000000-0", poison);

        asAdmin()
                .get(PATH + "/" + id)
                .then()
                .statusCode(200)
                .body("event", equalTo(poison))
                .body("eventId", nullValue())
                .body("type", nullValue())
                .body("subject", nullValue())
                .body("time", nullValue());
        asAdmin().delete(PATH + "/" + id).then().statusCode(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                UNKNOWN,
                "auth-0-0",
                "nonsense",
                "live-1700000000000-0",
                "auth-01700000000000-0",
                "auth-99999999999999999999-0",
                "auth-1700000000000",
                "01920000-0000-7000-8000-000000000001"
            })
    void whatIsNotThereIsNotFound(String id) {
        for (Response answer : List.of(
                asAdmin().get(PATH + "/" + id),
                asAdmin().post(PATH + "/" + id + "/replay"),
                asAdmin().delete(PATH + "/" + id))) {
            answer.then()
                    .statusCode(404)
                    .contentType(startsWith("application/problem+json"))
                    .body("code", equalTo("NOT_FOUND"))
                    .body("detail", containsString("no such dead letter"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=101", "limit=-1", "cursor=x", "cursor=bGl2ZS0xLTA"})
    void pageThatDoesNotExistIsRefused(String query) {
        asAdmin().get(PATH + "?" + query).then().statusCode(400).body("code", equalTo("VALIDATION_FAILED"));
    }

    @Test
    void othersMayNeitherSeeNorTouchThem() {
        String id = bury(EventStream.DOWNLOADS, "1700000000000-0", EventCodec.encode(cancelled));
        String resident =
                house.tokenOf(house.sessionOf(house.resident(Permission.USERS_MANAGE, Permission.AUDIT_READ)));

        assertThat(statusesOf(id, given())).containsOnly(401);
        assertThat(statusesOf(id, given().auth().oauth2(resident))).containsOnly(403);

        asAdmin().get(PATH + "/" + id).then().statusCode(200);
        assertThat(saidOf(id)).isZero();
    }

    private static List<Integer> statusesOf(String id, RequestSpecification who) {
        return List.of(
                who.get(PATH).statusCode(),
                who.get(PATH + "/" + id).statusCode(),
                who.post(PATH + "/" + id + "/replay").statusCode(),
                who.delete(PATH + "/" + id).statusCode());
    }

    private List<String> idsInPagesOf(int limit) {
        List<String> ids = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            RequestSpecification page = asAdmin().queryParam("limit", limit);
            Response answer = (cursor == null ? page : page.queryParam("cursor", cursor)).get(PATH);
            assertThat(answer.statusCode()).isEqualTo(200);
            List<String> items = answer.path("items.id");
            assertThat(items).hasSizeBetween(1, limit);
            ids.addAll(items);
            cursor = answer.path("nextCursor");
        } while (cursor != null);
        return ids;
    }
}
