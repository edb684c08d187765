package org.medianest.media.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.request.testing.Household;
import org.medianest.media.request.testing.KnownTitles;
import org.medianest.media.request.testing.RequestTest;
import org.medianest.media.testing.MediaServiceTest;

@MediaServiceTest
@TestProfile(Household.class)
class AskingTest extends RequestTest {
    @Test
    void wishIsStoredTogetherWithItsEvent() {
        TitleId film = film();
        Map<String, Object> wish = wish(film);
        wish.put("note", " For Friday. ");

        String id = ask(ada, wish)
                .statusCode(201)
                .body("state", equalTo("PENDING"))
                .body("title", equalTo("Film " + film.tmdbId()))
                .body("year", equalTo(1999))
                .body("posterUrl", equalTo("/api/v1/media/images/tmdb/w342/poster.jpg"))
                .body("note", equalTo("For Friday."))
                .body("requestedBy.name", equalTo("ada"))
                .body("standing.state", equalTo("AWAITING_APPROVAL"))
                .body("standing.mine", equalTo(true))
                .body("joined", equalTo(false))
                .body("followers", equalTo(0))
                .body("seasons", hasSize(0))
                .body("decidedBy", nullValue())
                .body("timeline.kind", contains("ASKED"))
                .body("timeline.actor", contains("ada"))
                .body("actions", contains("CANCEL"))
                .extract()
                .path("id");

        assertThat(count("select count(*) from outbox where envelope like $1", "%request.created.v1%" + id + "%"))
                .isEqualTo(1);
        awaitNews(id, "created");
    }

    @Test
    void locationIsWhereItIs() {
        TitleId film = film();

        String location = ask(ada, wish(film)).extract().header("Location");

        ada.asks()
                .get(location.replaceAll("^https?://[^/]+", ""))
                .then()
                .statusCode(200)
                .body("tmdbId", equalTo(film.tmdbId()));
    }

    @Test
    void eightPeopleAtOnceMakeOneRequestAndSevenFollowers() {
        TitleId film = film();
        List<Person> people =
                IntStream.range(0, 8).mapToObj(n -> Person.named("p" + n)).toList();

        List<Response> answers = atOnce(people.stream()
                .<Callable<Response>>map(
                        person -> () -> ask(person, wish(film)).extract().response())
                .toList());

        assertThat(answers).map(Response::statusCode).containsOnly(200, 201);
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers).map(answer -> answer.<String>path("id")).doesNotContainNull();
        assertThat(answers.stream().map(answer -> answer.<String>path("id")).distinct())
                .hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.<Boolean>path("joined")).hasSize(7);
        String id = answers.getFirst().path("id");
        assertThat(people)
                .allSatisfy(person ->
                        assertThat(find(person, id).getInt("followers")).isEqualTo(7));
    }

    @Test
    void twoWhoAskForOneFilmAreBothToldOnce() {
        TitleId film = film();
        String id = asked(ada, film);
        ask(ben, wish(film)).statusCode(200).body("joined", equalTo(true)).body("id", equalTo(id));

        arrives(film, Map.of());
        tellListeners(film);

        awaitNews(id, "created", "available", "followed AVAILABLE");
    }

    @Test
    void askingForOnesOwnAgainLeadsToTheSame() {
        TitleId film = film();
        String id = asked(ada, film);

        ask(ada, wish(film))
                .statusCode(200)
                .body("id", equalTo(id))
                .body("joined", equalTo(false))
                .body("followers", equalTo(0));
    }

    /** Whatever the code does. */
    @Test
    void tablesTakeNoSecondOpenRequest() {
        TitleId film = film();
        asked(ada, film);
        TitleId series = series();
        ask(ada, wish(series, 1)).statusCode(201);

        assertThatThrownBy(() -> run("""
                insert into request (id, requester, requester_name, type, tmdb_id, title, state, created_at, updated_at)
                values (gen_random_uuid(), gen_random_uuid(), 'ben', 'MOVIE', $1, 'x', 'APPROVED', now(), now())
                """, film.tmdbId())).hasMessageContaining("request_open_film");
        assertThatThrownBy(() -> run("""
                insert into request_season (request, tmdb_id, season, episodes, open)
                select id, $1, 1, 10, true from request where tmdb_id = $2 and type = 'MOVIE'
                """, series.tmdbId(), film.tmdbId())).hasMessageContaining("request_open_season");
    }

    @Test
    void filmAndSeriesOfOneNumberAreTwoThings() {
        TitleId film = film();
        TitleId series = new TitleId(MediaType.SERIES, film.tmdbId());

        String filmRequest = asked(ada, film);
        String seriesRequest = asked(ben, series);

        assertThat(seriesRequest).isNotEqualTo(filmRequest);
        arrives(series, Map.of(1, 10, 2, 10, 3, 10, 4, 10, 5, 10));
        assertThat(find(ben, seriesRequest).getString("state")).isEqualTo("AVAILABLE");
        assertThat(find(ada, filmRequest).getString("state")).isEqualTo("PENDING");
        follow(Person.named("carla"), film).statusCode(204);
        assertThat(find(ben, seriesRequest).getInt("followers")).isZero();
    }

    @Test
    void whatIsInPlexIsPlayedAndNotAskedFor() {
        TitleId film = film();
        arrives(film, Map.of());

        ask(ada, wish(film))
                .statusCode(409)
                .body("code", equalTo("ALREADY_AVAILABLE"))
                .body("detail", containsString("Play it there"));
    }

    @Test
    void whoAsksAgainAfterADeclineIsShownTheReasonFirst() {
        TitleId film = film();
        String first = asked(ada, film);
        decline(olga, first, "We have it on disc").statusCode(200);

        ask(ada, wish(film))
                .statusCode(409)
                .body("code", equalTo("DECLINED_BEFORE"))
                .body("detail", containsString("We have it on disc."));
        Map<String, Object> again = wish(film);
        again.put("again", true);
        ask(ada, again).statusCode(201);
    }

    @Test
    void declineOfSomebodyElseIsTheirs() {
        TitleId film = film();
        decline(olga, asked(ada, film), "You have asked for enough this week.");

        ask(ben, wish(film)).statusCode(201);
    }

    @Test
    void titleThatDoesNotExistIsNotFound() {
        ask(ada, wish(new TitleId(MediaType.MOVIE, KnownTitles.NOTHING)))
                .statusCode(404)
                .body("code", equalTo("TITLE_NOT_FOUND"));
    }

    @Test
    void whileTheCatalogueIsAwayNobodyIsToldThatThereIsNothing() {
        TitleId film = film();
        catalogue.goAway(film);

        ask(ada, wish(film))
                .statusCode(503)
                .body("code", equalTo("SYSTEM_AWAY"))
                .body("detail", containsString("TMDB cannot be reached."));
        catalogue.comeBack(film);
        ask(ada, wish(film)).statusCode(201);
    }
}
