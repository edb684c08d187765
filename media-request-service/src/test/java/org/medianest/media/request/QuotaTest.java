package org.medianest.media.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.medianest.media.request.testing.Household;
import org.medianest.media.request.testing.RequestTest;
import org.medianest.media.testing.MediaServiceTest;

/** Ten films and twenty seasons in seven days, as they come. */
@MediaServiceTest
@TestProfile(Household.class)
class QuotaTest extends RequestTest {
    @Test
    void whoHasAskedForNothingHasAllOfIt() {
        quota(ada, "MOVIE")
                .body("limit", equalTo(10))
                .body("windowDays", equalTo(7))
                .body("used", equalTo(0))
                .body("remaining", equalTo(10))
                .body("freeAgainAt", nullValue());
    }

    @Test
    void tenAtOnceWithThreeLeftGrantThree() {
        IntStream.range(0, 7).forEach(n -> asked(ada, film()));

        List<Integer> answers = atOnce(IntStream.range(0, 10)
                .<Callable<Integer>>mapToObj(
                        n -> () -> ask(ada, wish(film())).extract().statusCode())
                .toList());

        assertThat(answers).containsOnly(201, 409);
        assertThat(answers).filteredOn(status -> status == 201).hasSize(3);
        assertThat(count("select count(*) from request where requester = $1", ada.id()))
                .isEqualTo(10);
        quota(ada, "MOVIE").body("remaining", equalTo(0)).body("freeAgainAt", notNullValue());
        ask(ada, wish(film()))
                .statusCode(409)
                .body("code", equalTo("QUOTA_USED_UP"))
                .body("detail", containsString("10 films within 7 days"));
    }

    @Test
    void seriesCountBySeasons() {
        ask(ada, wish(series(), 1, 2, 3)).statusCode(201);

        quota(ada, "SERIES").body("used", equalTo(3)).body("remaining", equalTo(17));
        quota(ada, "MOVIE").body("used", equalTo(0));
    }

    @Test
    void moreSeasonsThanAreLeftAreRefused() {
        IntStream.range(0, 3).forEach(n -> ask(ada, wish(series())).statusCode(201));
        ask(ada, wish(series(), 1, 2, 3)).statusCode(201);

        ask(ada, wish(series(), 1, 2, 3)).statusCode(409).body("detail", containsString("2 are left"));
        ask(ada, wish(series(), 1, 2)).statusCode(201);
    }

    @Test
    void whatWasDeclinedOrCancelledDoesNotCount() {
        decline(olga, asked(ada, film()), "No.");
        step(ada, asked(ada, film()), "cancel").statusCode(200);

        quota(ada, "MOVIE").body("used", equalTo(0));
    }

    @Test
    void whatIsOldDoesNotCount() {
        String id = asked(ada, film());
        run("update request set created_at = now() - interval '8 days' where id = $1", UUID.fromString(id));

        quota(ada, "MOVIE").body("used", equalTo(0));
    }

    @Test
    void whoJoinsUsesNothing() {
        var film = film();
        asked(ada, film);

        ask(ben, wish(film)).statusCode(200);

        quota(ben, "MOVIE").body("used", equalTo(0));
    }

    @Test
    void whoManagesRequestsIsFreeOfIt() {
        quota(olga, "MOVIE").body("limit", nullValue()).body("remaining", nullValue());
        IntStream.range(0, 11).forEach(n -> asked(olga, film()));
    }

    private static ValidatableResponse quota(Person person, String type) {
        return person.asks()
                .queryParam("type", type)
                .get(REQUESTS + "/quota")
                .then()
                .statusCode(200);
    }
}
