package org.medianest.media.integration;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.medianest.media.testing.People.INTEGRATIONS;
import static org.medianest.media.testing.People.admin;

import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.testing.MediaServiceTest;

/** What an admin is told of a system before it is connected. */
@MediaServiceTest
class InspectionTest extends WithSystems {
    @Test
    void plexIsFoundWithItsNameAndSections() {
        test("plex", url(SystemName.PLEX), Keys.PLEX_OWNER)
                .body("ok", equalTo(true))
                .body("found.machineIdentifier", equalTo(Keys.MACHINE))
                .body("found.name", notNullValue())
                .body("found.sections.type", hasItem("movie"))
                .body("found.sections.type", hasItem("show"))
                .body("found.sections.type", not(hasItem("artist")));
    }

    @ParameterizedTest
    @CsvSource({"radarr,RADARR,radarr-key", "sonarr,SONARR,sonarr-key"})
    void arrIsFoundWithItsProfilesAndFolders(String kind, SystemName system, String key) {
        test(kind, url(system), key)
                .body("ok", equalTo(true))
                .body("found.version", notNullValue())
                .body("found.profiles[0].name", notNullValue())
                .body("found.rootFolders[0].path", notNullValue());
    }

    @Test
    void seerrAndTmdbAreFound() {
        test("seerr", url(SystemName.SEERR), Keys.SEERR)
                .body("ok", equalTo(true))
                .body("found.version", notNullValue());
        test("tmdb", null, Keys.TMDB).body("ok", equalTo(true));
        test("tmdb", null, Keys.TMDB_READ_TOKEN).body("ok", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({"plex,PLEX", "radarr,RADARR", "sonarr,SONARR", "seerr,SEERR", "tmdb,TMDB"})
    void refusedKeyIsSaidToBeOne(String kind, SystemName system) {
        test(kind, kind.equals("tmdb") ? null : url(system), "wrong")
                .body("ok", equalTo(false))
                .body("found", nullValue())
                .body("message", containsString("refuses the key"));
    }

    @Test
    void oneArrIsNotTakenForTheOther() {
        test("radarr", url(SystemName.SONARR), Keys.SONARR)
                .body("ok", equalTo(false))
                .body("message", equalTo("This is not Radarr but another program of its family."));
    }

    @Test
    void allAddressesThatCannotBeReachedAreSpokenOfAlike() {
        String sentence = "Radarr cannot be reached, or does not answer in time.";
        test("radarr", "http://127.0.0.1:1", "key").body("message", equalTo(sentence));
        test("radarr", "http://no-such-host.invalid", "key").body("message", equalTo(sentence));
        test("radarr", "https://127.0.0.1:" + homelab.url(SystemName.RADARR).getPort(), "key")
                .body("message", equalTo(sentence));
        homelab.faults().set(SystemName.RADARR, new Fault.HalfOpen());
        test("radarr", url(SystemName.RADARR), Keys.RADARR).body("message", equalTo(sentence));
        homelab.faults().set(SystemName.RADARR, new Fault.Down());
        test("radarr", url(SystemName.RADARR), Keys.RADARR).body("message", equalTo(sentence));
    }

    @Test
    void redirectIsNotFollowed() {
        homelab.faults().set(SystemName.RADARR, new Fault.Status(302));

        test("radarr", url(SystemName.RADARR), Keys.RADARR)
                .body("ok", equalTo(false))
                .body("message", containsString("Give its final address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://plex.lan",
                "file:///etc/passwd",
                "plex.lan",
                "http://",
                "http://plex.lan:65536",
                "http://name:password@plex.lan",
                "http://plex.lan/?x=1",
                "http://plex.lan/#x",
                "http://plex .lan"
            })
    void addressThatIsNoneIsRefused(String address) {
        admin().body(Map.of("url", address, "secret", "x"))
                .post(INTEGRATIONS + "/plex/test")
                .then()
                .statusCode(400)
                .body("code", equalTo("ADDRESS_NOT_ALLOWED"));
    }

    private static ValidatableResponse test(String kind, @Nullable String url, String secret) {
        Map<String, String> request = new HashMap<>(Map.of("secret", secret));
        if (url != null) {
            request.put("url", url);
        }
        return admin().body(request)
                .post(INTEGRATIONS + "/" + kind + "/test")
                .then()
                .statusCode(200);
    }
}
