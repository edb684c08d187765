package org.medianest.homelab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.calls.Answer;
import org.medianest.homelab.calls.Calls;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;

/** plex.tv, a Plex Media Server and TMDB. */
class PlexContractTest {
    private static final Homelab HOMELAB = Homelab.start();
    private static final String PAGE =
            "/library/sections/1/all?includeGuids=1&X-Plex-Container-Start=0&X-Plex-Container-Size=2";

    private final Calls plexTv = Calls.to(HOMELAB.url(SystemName.PLEX_TV))
            .with("X-Plex-Client-Identifier", "nest", "X-Plex-Product", "MediaNest", "Accept", "application/json");
    private final Calls server = Calls.to(HOMELAB.url(SystemName.PLEX)).with("X-Plex-Token", Keys.PLEX_OWNER);

    @BeforeEach
    void reset() {
        HOMELAB.reset();
    }

    @AfterAll
    static void close() {
        HOMELAB.close();
    }

    @Test
    void pinIsAsPlexGivesIt() throws Exception {
        Answer answer = plexTv.post("/api/v2/pins?strong=true", "");

        assertThat(answer.status()).isEqualTo(201);
        assertThat(Example.missing(Example.object("plex-tv-pin.json"), answer.json()))
                .isEmpty();
    }

    @Test
    void userIsAsPlexTellsIt() throws Exception {
        Answer answer = plexTv.with("X-Plex-Token", "ben-token").get("/api/v2/user");

        assertThat(Example.missing(Example.object("plex-tv-user.json"), answer.json()))
                .isEmpty();
    }

    @Test
    void refusalIsWordForWord() throws Exception {
        Answer answer = plexTv.with("X-Plex-Token", "wrong").get("/api/v2/user");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.json()).isEqualTo(Example.object("plex-tv-user-refused.json"));
    }

    @Test
    void resourcesAreAsPlexListsThem() throws Exception {
        Answer answer = plexTv.with("X-Plex-Token", "ben-token").get("/api/v2/resources?includeHttps=1");

        assertThat(Example.missing(Example.array("plex-tv-resources.json"), answer.jsonArray()))
                .isEmpty();
    }

    @Test
    void friendsAreAsPlexListsThem() throws Exception {
        Answer answer = plexTv.with("X-Plex-Token", Keys.PLEX_OWNER).get("/api/users");

        assertThat(Example.missingXml(Example.text("plex-tv-users.xml"), answer.body()))
                .isEmpty();
    }

    @Test
    void sectionIsAsPlexPagesIt() throws Exception {
        Answer json = server.with("Accept", "application/json").get(PAGE);
        Answer xml = server.get(PAGE);

        assertThat(Example.missing(Example.object("plex-section.json"), json.json()))
                .isEmpty();
        assertThat(Example.missingXml(Example.text("plex-section.xml"), xml.body()))
                .isEmpty();
    }

    @Test
    void unknownTitleOfTmdbIsWordForWord() throws Exception {
        Answer answer = Calls.to(HOMELAB.url(SystemName.TMDB)).get("/3/movie/1?api_key=" + Keys.TMDB);

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json()).isEqualTo(Example.object("tmdb-not-found.json"));
    }
}
