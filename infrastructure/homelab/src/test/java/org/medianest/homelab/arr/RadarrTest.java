package org.medianest.homelab.arr;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.client.Http;

class RadarrTest extends WithRadarr {
    @Test
    void keyIsTakenFromTheHeaderAndFromTheQuery() {
        Http keyless = radarr.without("X-Api-Key");

        assertThat(keyless.get("/api/v3/system/status").status()).isEqualTo(401);
        assertThat(keyless.with("X-Api-Key", "wrong").get("/api/v3/movie").status())
                .isEqualTo(401);
        assertThat(keyless.get("/api/v3/system/status?apikey=radarr-key").status())
                .isEqualTo(200);
        assertThat(keyless.get("/ping").object()).isEqualTo(new JsonObject().put("status", "OK"));
    }

    @Test
    void statusNamesTheApplication() {
        JsonObject status = radarr.get("/api/v3/system/status").object();

        assertThat(status.getString("appName")).isEqualTo("Radarr");
        assertThat(status.fieldNames())
                .contains("instanceName", "version", "branch", "authentication", "urlBase", "startTime");
    }

    @Test
    void settingsAreListed() {
        assertThat(radarr.get("/api/v3/qualityprofile").objects())
                .extracting(profile -> profile.getInteger("id"))
                .containsExactly(1, 4, 5);
        assertThat(radarr.get("/api/v3/qualityProfile").status()).isEqualTo(200);
        assertThat(radarr.get("/api/v3/rootfolder").objects()).singleElement().satisfies(folder -> {
            assertThat(folder.getString("path")).isEqualTo("/movies");
            assertThat(folder.fieldNames()).contains("id", "accessible", "freeSpace", "unmappedFolders");
        });
        assertThat(radarr.post("/api/v3/tag", new JsonObject().put("label", "Olga"))
                        .object())
                .isEqualTo(new JsonObject().put("label", "olga").put("id", 1));
        assertThat(radarr.get("/api/v3/diskspace").array()).isNotEmpty();
        assertThat(radarr.get("/api/v3/health").array()).isEmpty();
    }

    @Test
    void addedMovieIsAnsweredWithItsFields() {
        Http.Answer answer = add(NOSFERATU, true);

        assertThat(answer.status()).isEqualTo(201);
        JsonObject movie = answer.object();
        assertThat(movie.getInteger("id")).isPositive();
        assertThat(movie.getString("path")).isEqualTo(FOLDER);
        assertThat(movie.getString("rootFolderPath")).isEqualTo("/movies");
        assertThat(movie.getString("status")).isEqualTo("released");
        assertThat(movie.getBoolean("isAvailable")).isTrue();
        assertThat(movie.getBoolean("hasFile")).isFalse();
        assertThat(movie.getLong("sizeOnDisk")).isZero();
        assertThat(movie.containsKey("movieFile")).isFalse();
        assertThat(radarr.get("/api/v3/movie?tmdbId=653").objects()).hasSize(1);
        assertThat(radarr.get("/api/v3/movie?tmdbId=20").objects()).isEmpty();
    }

    @Test
    void secondAddIsRefusedByAnArray() {
        add(NOSFERATU, false);

        Http.Answer answer = add(NOSFERATU, false);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.array())
                .isEqualTo(new JsonArray()
                        .add(new JsonObject()
                                .put("propertyName", "TmdbId")
                                .put("errorMessage", "This movie has already been added")
                                .put("attemptedValue", NOSFERATU)
                                .put("severity", "error")
                                .put("errorCode", "MovieExistsValidator")
                                .put("formattedMessageArguments", new JsonArray())
                                .put("formattedMessagePlaceholderValues", new JsonObject())));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        Http.Answer answer = radarr.post(
                "/api/v3/movie",
                new JsonObject().put("tmdbId", 0).put("qualityProfileId", 99).put("rootFolderPath", "/nowhere"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.objects())
                .extracting(failure -> failure.getString("errorCode"))
                .containsExactly("QualityProfileExistsValidator", "RootFolderExistsValidator", "NotEmptyValidator");
    }

    @Test
    void otherErrorsAreObjects() {
        Http.Answer answer = radarr.get("/api/v3/movie/99");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.object().getString("message")).isEqualTo("Movie with ID 99 does not exist");
        assertThat(answer.object().containsKey("description")).isTrue();
        assertThat(radarr.send("POST", "/api/v3/movie", "{garbage").status()).isEqualTo(400);
        assertThat(radarr.post("/api/v3/movie", new JsonObject().put("tmdbId", "many"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void lookupFindsWhatIsNotKept() {
        JsonObject byId =
                radarr.get("/api/v3/movie/lookup?term=tmdb:653").array().getJsonObject(0);
        JsonObject byTmdb = radarr.get("/api/v3/movie/lookup/tmdb?tmdbId=653").object();

        assertThat(byId.getString("title")).isEqualTo("Nosferatu");
        assertThat(byId.containsKey("id")).isFalse();
        assertThat(byTmdb.getInteger("tmdbId")).isEqualTo(NOSFERATU);
        assertThat(radarr.get("/api/v3/movie/lookup?term=nosferatu").array()).isNotEmpty();
        assertThat(radarr.get("/api/v3/movie/lookup/tmdb?tmdbId=1").status()).isEqualTo(404);
    }

    @Test
    void changeIsAccepted() {
        JsonObject movie = add(NOSFERATU, false).object();

        Http.Answer answer = radarr.put(
                "/api/v3/movie/" + movie.getInteger("id"), movie.copy().put("monitored", false));

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.object().getBoolean("monitored")).isFalse();
    }

    @Test
    void deletedMovieTakesItsFileAlong() {
        int id = add(NOSFERATU, true).object().getInteger("id");
        homelab.clock().advance(Duration.ofHours(1));

        Http.Answer answer = radarr.delete("/api/v3/movie/" + id + "?deleteFiles=true&addImportExclusion=false");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(radarr.get("/api/v3/movie/" + id).status()).isEqualTo(404);
        assertThat(homelab.world().files().under(FOLDER)).isEmpty();
    }

    @Test
    void commandIsQueuedAndThenDone() {
        int id = add(NOSFERATU, false).object().getInteger("id");

        Http.Answer given = radarr.post(
                "/api/v3/command",
                new JsonObject().put("name", "MoviesSearch").put("movieIds", new JsonArray().add(id)));
        homelab.clock().advance(Pace.DEFAULT.search());

        assertThat(given.status()).isEqualTo(201);
        assertThat(given.object().getString("status")).isEqualTo("queued");
        assertThat(radarr.get("/api/v3/command/" + given.object().getInteger("id"))
                        .object()
                        .getString("status"))
                .isEqualTo("completed");
        assertThat(queue().getInteger("totalRecords")).isEqualTo(1);
        assertThat(radarr.post("/api/v3/command", new JsonObject().put("name", "RefreshMonitoredDownloads"))
                        .status())
                .isEqualTo(201);
        assertThat(radarr.post("/api/v3/command", new JsonObject().put("name", "Dance"))
                        .status())
                .isEqualTo(500);
    }

    @Test
    void calendarShowsWhatComesOut() {
        LocalDate tomorrow =
                homelab.clock().now().atZone(ZoneOffset.UTC).toLocalDate().plusDays(1);
        homelab.radarr().homeRelease(NOSFERATU, tomorrow);
        add(NOSFERATU, true);

        assertThat(radarr.get("/api/v3/calendar").objects()).hasSize(1);
        assertThat(radarr.get("/api/v3/calendar?start=2001-01-01&end=2001-02-01")
                        .objects())
                .isEmpty();
    }
}
