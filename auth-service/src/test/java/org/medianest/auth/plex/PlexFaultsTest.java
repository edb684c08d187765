package org.medianest.auth.plex;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.PlexBrowser;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.world.Person;
import org.medianest.homelab.world.Person.Share;

/** Everything that can be wrong with plex.tv, each worse than our patience: nobody comes in by it, and nobody has to go. */
@AuthServiceTest
class PlexFaultsTest extends WithPlex {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String EVERYWHERE = "/";

    static final List<Fault> ALL = Fault.ofEachKind(Duration.ofSeconds(20), Duration.ofSeconds(3));

    @Inject
    Recheck recheck;

    @ParameterizedTest
    @FieldSource("ALL")
    void nobodyComesInAndNobodyHasToGo(Fault fault) {
        Person ben = plexTv.settle("ben", "Ben", Share.ACCEPTED);
        String session = cinema.enter(plexTv, ben).cookie("medianest");
        UUID account = cinema.accountOf(ben);
        Person carla = plexTv.settle("carla", "Carla", Share.ACCEPTED);
        PlexBrowser browser = PlexBrowser.begin();
        plexTv.claim(browser.code(), carla);
        plexTv.suffer(EVERYWHERE, fault);

        lookAgain(account);
        browser.await("PLEX_AWAY");

        assertThat(access(account)).isEqualTo("GRANTED");
        assertThat(isIn(session)).isTrue();
        assertThat(cinema.accountsOf(carla)).isEmpty();
        plexTv.recover();
        lookAgain(account);
        assertThat(access(account)).isEqualTo("GRANTED");
        browser.await("SIGNED_IN");
    }

    /** A day has passed. */
    private void lookAgain(UUID account) {
        run("update plex_account set check_at = now() - interval '1 second' where user_id = '" + account + "'");
        recheck.round().await().atMost(SOON);
    }

    private String access(UUID account) {
        return text("select access from plex_account where user_id = '" + account + "'");
    }

    private static boolean isIn(String session) {
        return given().header("X-Session", session).post("/internal/v1/tokens").statusCode() == 200;
    }
}
