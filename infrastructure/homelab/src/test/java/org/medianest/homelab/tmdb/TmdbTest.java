package org.medianest.homelab.tmdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.calls.Answer;
import org.medianest.homelab.calls.Calls;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;

class TmdbTest {
    private static final Homelab HOMELAB = Homelab.start();

    private final Calls anybody = Calls.to(HOMELAB.url(SystemName.TMDB));
    private final Calls tmdb = anybody.with("Authorization", "Bearer " + Keys.TMDB_READ_TOKEN);

    @BeforeEach
    void reset() {
        HOMELAB.reset();
    }

    @AfterAll
    static void close() {
        HOMELAB.close();
    }

    @Test
    void keyAndReadTokenOpenItEachInItsPlaceOnly() throws Exception {
        Answer without = anybody.get("/3/configuration");
        Answer swapped = anybody.with("Authorization", "Bearer " + Keys.TMDB).get("/3/configuration");

        assertThat(without.status()).isEqualTo(401);
        assertThat(without.json().getInteger("status_code")).isEqualTo(7);
        assertThat(without.json().getBoolean("success")).isFalse();
        assertThat(swapped.status()).isEqualTo(401);
        assertThat(anybody.get("/3/configuration?api_key=" + Keys.TMDB).status())
                .isEqualTo(200);
        assertThat(tmdb.get("/3/configuration").status()).isEqualTo(200);
    }

    @Test
    void searchFindsFilmsSeriesAndPeopleWithoutRegardToAccents() throws Exception {
        JsonObject films = tmdb.get("/3/search/multi?query=haxan").json();
        JsonObject series = tmdb.get("/3/search/multi?query=one%20step").json();
        JsonObject people = tmdb.get("/3/search/multi?query=melies").json();

        assertThat(films.getJsonArray("results").getJsonObject(0).getString("media_type"))
                .isEqualTo("movie");
        assertThat(series.getJsonArray("results").getJsonObject(0).getString("name"))
                .isEqualTo("One Step Beyond");
        assertThat(people.getJsonArray("results").getJsonObject(0).getString("media_type"))
                .isEqualTo("person");
        assertThat(tmdb.get("/3/search/multi?query=").status()).isEqualTo(422);
    }

    @Test
    void resultsHaveTheFieldsOfTheirKind() throws Exception {
        JsonObject film = first(tmdb.get("/3/search/movie?query=metropolis"));
        JsonObject series = first(tmdb.get("/3/search/tv?query=sherlock"));

        assertThat(film.fieldNames()).contains("title", "original_title", "release_date", "genre_ids", "poster_path");
        assertThat(film.getInteger("id")).isEqualTo(19);
        assertThat(film.getString("release_date")).isEqualTo("1927-01-10");
        assertThat(series.fieldNames())
                .contains("name", "original_name", "first_air_date")
                .doesNotContain("title");
    }

    @Test
    void filmAndSeriesMayHaveTheSameNumber() throws Exception {
        assertThat(tmdb.get("/3/movie/19").json().getString("title")).isEqualTo("Metropolis");
        assertThat(tmdb.get("/3/tv/19").json().getString("name")).isEqualTo("One Step Beyond");
    }

    @Test
    void detailsHoldWhatIsAppended() throws Exception {
        JsonObject film = tmdb.get(
                        "/3/movie/4808?append_to_response=credits,external_ids,release_dates,videos,watch/providers")
                .json();
        JsonObject series = tmdb.get("/3/tv/19?append_to_response=external_ids,content_ratings,aggregate_credits")
                .json();

        assertThat(film.getString("imdb_id")).isEqualTo("tt0056923");
        assertThat(film.getInteger("runtime")).isEqualTo(113);
        assertThat(film.getJsonObject("credits")
                        .getJsonArray("cast")
                        .getJsonObject(0)
                        .getString("character"))
                .isEqualTo("Peter Joshua");
        assertThat(film.getJsonObject("release_dates").getJsonArray("results").encode())
                .contains("\"iso_3166_1\":\"US\"", "\"type\":3", "\"type\":4");
        assertThat(film.fieldNames()).contains("videos", "watch/providers").doesNotContain("genre_ids", "keywords");
        assertThat(series.getJsonObject("external_ids").getInteger("tvdb_id")).isEqualTo(910002);
        assertThat(series.getJsonArray("seasons").getJsonObject(2).getInteger("episode_count"))
                .isEqualTo(36);
        assertThat(series.getInteger("number_of_episodes")).isEqualTo(97);
    }

    @Test
    void runningSeriesHasANextEpisodeUntilItIsOver() throws Exception {
        JsonObject running = tmdb.get("/3/tv/9100013").json();
        HOMELAB.clock().advance(Duration.ofDays(365));
        JsonObject over = tmdb.get("/3/tv/9100013").json();

        assertThat(running.getJsonObject("next_episode_to_air").getInteger("season_number"))
                .isEqualTo(2);
        assertThat(running.getJsonObject("last_episode_to_air").getInteger("episode_number"))
                .isEqualTo(4);
        assertThat(over.getValue("next_episode_to_air")).isNull();
    }

    @Test
    void seasonListsItsEpisodes() throws Exception {
        JsonObject season = tmdb.get("/3/tv/19/season/3").json();

        assertThat(season.getJsonArray("episodes")).hasSize(36);
        assertThat(season.getJsonArray("episodes").getJsonObject(1).getString("air_date"))
                .isEqualTo("1960-09-27");
        assertThat(tmdb.get("/3/tv/19/season/9").json().getInteger("status_code"))
                .isEqualTo(34);
    }

    @Test
    void unknownTitleIsCode34() throws Exception {
        Answer answer = tmdb.get("/3/movie/1");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().getString("status_message"))
                .isEqualTo("The resource you requested could not be found.");
    }

    @Test
    void listsComeInPagesOfTwenty() throws Exception {
        JsonObject first = tmdb.get("/3/discover/movie").json();
        JsonObject last = tmdb.get("/3/discover/movie?page=4").json();

        assertThat(first.getJsonArray("results")).hasSize(20);
        assertThat(first.getInteger("total_pages")).isEqualTo(4);
        assertThat(last.getJsonArray("results")).hasSize(first.getInteger("total_results") - 60);
        assertThat(tmdb.get("/3/discover/movie?page=501").json().getInteger("status_code"))
                .isEqualTo(22);
    }

    @Test
    void discoverKeepsToGenreAndOrder() throws Exception {
        JsonArray comedies = tmdb.get("/3/discover/movie?with_genres=35&sort_by=primary_release_date.asc")
                .json()
                .getJsonArray("results");

        List<JsonObject> films = comedies.stream().map(JsonObject.class::cast).toList();
        assertThat(films).allMatch(film -> film.getJsonArray("genre_ids").contains(35));
        assertThat(films).extracting(film -> film.getString("release_date")).isSorted();
    }

    @Test
    void discoverKeepsToYearVoteAndProvider() throws Exception {
        JsonObject all = tmdb.get("/3/discover/movie").json();

        assertThat(results("/3/discover/movie?primary_release_year=1922"))
                .isNotEmpty()
                .allMatch(film -> film.getString("release_date").startsWith("1922"));
        assertThat(results("/3/discover/tv?first_air_date_year=1954"))
                .isNotEmpty()
                .allMatch(series -> series.getString("first_air_date").startsWith("1954"));
        assertThat(results("/3/discover/movie?vote_average.gte=8&vote_count.gte=10"))
                .isNotEmpty()
                .allMatch(film -> film.getDouble("vote_average") >= 8);
        assertThat(results("/3/discover/movie?with_watch_providers=99&watch_region=US"))
                .isNotEmpty()
                .allMatch(film -> film.getJsonArray("genre_ids").contains(27));
        assertThat(results("/3/discover/movie?with_watch_providers=99")).isEmpty();
        assertThat(tmdb.get("/3/discover/movie?with_watch_providers=73%7C191&watch_region=US")
                        .json()
                        .getInteger("total_results"))
                .isLessThan(all.getInteger("total_results"))
                .isGreaterThan(20);
    }

    @Test
    void providersAreListedByRegionAndStandAtTheirTitles() throws Exception {
        JsonObject nosferatu = tmdb.get("/3/movie/653/watch/providers").json();

        assertThat(results("/3/watch/providers/movie?watch_region=US"))
                .extracting(provider -> provider.getInteger("provider_id"))
                .contains(73, 258);
        assertThat(results("/3/watch/providers/movie?watch_region=AQ")).isEmpty();
        assertThat(nosferatu
                        .getJsonObject("results")
                        .getJsonObject("US")
                        .getJsonArray("flatrate")
                        .encode())
                .contains("\"provider_name\":\"Shudder\"");
    }

    @Test
    void upcomingFilmsAreInTheFutureAndTrendingOnesSayTheirKind() throws Exception {
        JsonArray upcoming = tmdb.get("/3/movie/upcoming").json().getJsonArray("results");
        JsonArray trending = tmdb.get("/3/trending/all/day").json().getJsonArray("results");

        assertThat(upcoming).hasSize(5);
        assertThat(trending).hasSize(20).allMatch(title -> ((JsonObject) title).containsKey("media_type"));
        assertThat(tmdb.get("/3/genre/tv/list").json().encode())
                .contains("{\"id\":10765,\"name\":\"Sci-Fi & Fantasy\"}");
    }

    @Test
    void titlesAreFoundByForeignNumbers() throws Exception {
        JsonObject film = tmdb.get("/3/find/tt0017136?external_source=imdb_id").json();
        JsonObject series = tmdb.get("/3/find/910002?external_source=tvdb_id").json();

        assertThat(film.getJsonArray("movie_results").getJsonObject(0).getInteger("id"))
                .isEqualTo(19);
        assertThat(series.getJsonArray("tv_results").getJsonObject(0).getInteger("id"))
                .isEqualTo(19);
    }

    @Test
    void picturesNeedNoKeyAndHaveTheSizeThatIsAskedFor() throws Exception {
        JsonObject film = tmdb.get("/3/movie/19").json();

        var poster = ImageIO.read(new ByteArrayInputStream(
                anybody.get("/t/p/w342" + film.getString("poster_path")).bytes()));
        var backdrop = ImageIO.read(new ByteArrayInputStream(
                anybody.get("/t/p/w780" + film.getString("backdrop_path")).bytes()));

        assertThat(poster.getWidth()).isEqualTo(342);
        assertThat(poster.getHeight()).isEqualTo(513);
        assertThat(backdrop.getWidth()).isEqualTo(780);
        assertThat(anybody.get("/t/p/w342/nothing.jpg").status()).isEqualTo(404);
        assertThat(tmdb.get("/3/movie/9761").json().getValue("poster_path")).isNull();
    }

    @Test
    void tooManyRequestsAreCode25() throws Exception {
        HOMELAB.faults().set(SystemName.TMDB, Fault.Status.tooManyRequests(Duration.ofSeconds(7)));

        Answer answer = tmdb.get("/3/movie/19");

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("Retry-After")).isEqualTo("7");
        assertThat(answer.json().getInteger("status_code")).isEqualTo(25);
    }

    private List<JsonObject> results(String path) throws Exception {
        return tmdb.get(path).json().getJsonArray("results").stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static JsonObject first(Answer answer) {
        return answer.json().getJsonArray("results").getJsonObject(0);
    }
}
