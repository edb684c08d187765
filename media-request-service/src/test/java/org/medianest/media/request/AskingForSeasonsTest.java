package org.medianest.media.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.request.testing.Household;
import org.medianest.media.request.testing.RequestTest;
import org.medianest.media.testing.MediaServiceTest;

@MediaServiceTest
@TestProfile(Household.class)
class AskingForSeasonsTest extends RequestTest {
    @Test
    void seriesIsAskedForWithAllButItsSpecials() {
        ask(ada, wish(series())).statusCode(201).body("seasons", contains(1, 2, 3, 4, 5));
    }

    @Test
    void seasonsThatAreTakenAreFollowedAndTheRestIsARequest() {
        TitleId series = series();
        String first = ask(ada, wish(series, 2, 1))
                .statusCode(201)
                .body("seasons", contains(1, 2))
                .extract()
                .path("id");

        ask(ben, wish(series, 2, 3))
                .statusCode(201)
                .body("seasons", contains(3))
                .body("joined", equalTo(false));

        assertThat(find(ben, first).getBoolean("joined")).isTrue();
    }

    @Test
    void seasonsThatAreAllTakenAreJoined() {
        TitleId series = series();
        String id = ask(ada, wish(series, 1, 2)).extract().path("id");

        ask(ben, wish(series, 2)).statusCode(200).body("id", equalTo(id)).body("joined", equalTo(true));
    }

    @Test
    void seasonsWantedByManyAtOnceAreWantedOnceEach() {
        TitleId series = series();
        List<Callable<Integer>> calls = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Person person = Person.named("p" + i);
            Integer[] seasons = {1 + i % 4, 2 + i % 4};
            calls.add(() -> ask(person, wish(series, seasons)).extract().statusCode());
        }

        assertThat(atOnce(calls)).containsOnly(200, 201);

        assertThat(count("select count(*) from request_season where tmdb_id = $1 and open", series.tmdbId()))
                .isEqualTo(5);
    }

    @Test
    void seasonsThatAreInPlexAreLeftOut() {
        TitleId series = series();
        arrives(series, Map.of(1, 10, 2, 3));

        ask(ada, wish(series, 1)).statusCode(409).body("code", equalTo("ALREADY_AVAILABLE"));
        ask(ada, wish(series, 1, 2)).statusCode(201).body("seasons", contains(2));
    }
}
