package org.medianest.media.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.request.testing.Household;
import org.medianest.media.request.testing.RequestTest;
import org.medianest.media.testing.MediaServiceTest;

@MediaServiceTest
@TestProfile(Household.class)
class WishTest extends RequestTest {
    @Test
    void sameKeyAtTheSameMomentAsksOnce() {
        TitleId film = film();
        String key = UUID.randomUUID().toString();

        List<String> ids = atOnce(IntStream.range(0, 6)
                .<Callable<String>>mapToObj(n -> () -> keyed(ada, key, wish(film))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id"))
                .toList());

        assertThat(ids.stream().distinct()).hasSize(1);
    }

    @Test
    void keyOfAWishThatJoinedLeadsToTheSame() {
        TitleId film = film();
        String id = asked(ada, film);
        String key = UUID.randomUUID().toString();

        keyed(ben, key, wish(film)).then().statusCode(200).body("id", equalTo(id));
        keyed(ben, key, wish(film)).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void sameKeyForSomethingElseIsRefused() {
        String key = UUID.randomUUID().toString();
        keyed(ada, key, wish(film())).then().statusCode(201);

        keyed(ada, key, wish(film())).then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"role\": \"admin\"",
                "\"owner\": \"00000000-0000-0000-0000-000000000001\"",
                "\"requester\": \"00000000-0000-0000-0000-000000000001\"",
                "\"state\": \"APPROVED\"",
                "\"approved\": true",
                "\"id\": \"00000000-0000-0000-0000-000000000001\"",
                "\"userId\": 1"
            })
    void fieldThatIsNotTheirsIsRefused(String field) {
        raw("{\"type\": \"MOVIE\", \"tmdbId\": 603, " + field + "}")
                .then()
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_FIELD"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | VALIDATION_FAILED",
                "{\"type\": \"MOVIE\"} | VALIDATION_FAILED",
                "{\"type\": \"MOVIE\", \"tmdbId\": 0} | VALIDATION_FAILED",
                "{\"type\": \"MOVIE\", \"tmdbId\": \"603\"} | VALIDATION_FAILED",
                "{\"type\": \"MOVIE\", \"tmdbId\": 3000000000} | VALIDATION_FAILED",
                "{\"type\": \"movie\", \"tmdbId\": 603} | VALIDATION_FAILED",
                "{\"type\": 0, \"tmdbId\": 603} | VALIDATION_FAILED",
                "{\"type\": \"MOVIE\", \"tmdbId\": 603, \"seasons\": [1]} | VALIDATION_FAILED",
                "{\"type\": \"SERIES\", \"tmdbId\": 603, \"seasons\": []} | VALIDATION_FAILED",
                "{\"type\": \"SERIES\", \"tmdbId\": 603, \"seasons\": [99]} | VALIDATION_FAILED",
                "{\"type\": \"SERIES\", \"tmdbId\": 603, \"seasons\": [-1]} | VALIDATION_FAILED",
                "{\"type\": \"SERIES\", \"tmdbId\": 603, \"seasons\": [null]} | VALIDATION_FAILED",
                "{\"type\": \"SERIES\", \"tmdbId\": 603, \"seasons\": \"all\"} | VALIDATION_FAILED",
                "{\"type\": \"MOVIE\", \"tmdbId\": 603, \"note\": \"\\u0000\"} | VALIDATION_FAILED",
                "{\"type\": \"MOVIE\", \"tmdbId\": 603, \"note\": 5} | VALIDATION_FAILED",
                "[] | MALFORMED_JSON"
            })
    void badBodyIsRefused(String body, String code) {
        raw(body).then().statusCode(400).contentType(endsWith("problem+json")).body("code", equalTo(code));
    }

    @Test
    void noteHasAnEnd() {
        Map<String, Object> wish = wish(film());
        wish.put("note", "x".repeat(501));

        ask(ada, wish).statusCode(400).body("violations.field", contains("note"));
    }

    @Test
    void whoMayNotAskIsForbidden() {
        Person nobody = new Person(UUID.randomUUID(), "nobody");

        ask(nobody, wish(film())).statusCode(403);
    }

    private Response raw(String body) {
        return ada.asks().contentType(ContentType.JSON).body(body).post(REQUESTS);
    }

    private static Response keyed(Person person, String key, Map<String, ?> wish) {
        return person.asks()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(wish)
                .post(REQUESTS);
    }
}
