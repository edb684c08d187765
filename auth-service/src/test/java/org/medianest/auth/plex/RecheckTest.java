package org.medianest.auth.plex;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.PlexBrowser;
import org.medianest.auth.user.AppUser;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.identity.SessionKeys;
import org.medianest.commons.testing.EventProbe;
import org.medianest.homelab.world.Person;
import org.medianest.homelab.world.Person.Share;

@AuthServiceTest
class RecheckTest extends WithPlex {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Recheck recheck;

    private Person ben;
    private String session;
    private UUID account;

    @BeforeEach
    void benIsIn() {
        house.becomeEmpty();
        ben = plexTv.settle("ben", "Ben", Share.ACCEPTED);
        session = cinema.enter(plexTv, ben).cookie("medianest");
        account = cinema.accountOf(ben);
    }

    @Test
    void whoLosesTheShareIsOutAndTheirSocketsClose() {
        String sid = redis.hash(String.class).hget(SessionKeys.of(session), SessionKeys.SID);
        plexTv.play("share-withdrawn");

        lookAgain();

        assertThat(standing()).isEqualTo("LOST");
        assertThat(isIn(session)).isFalse();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(new EventProbe(redis).typesAbout(EventStream.AUTH, sid))
                        .containsExactly("medianest.session.revoked.v1"));
        assertThat(noted("PLEX_ACCESS_LOST")).isEqualTo(1);
        PlexBrowser again = PlexBrowser.begin();
        plexTv.claim(again.code(), ben);
        again.await("REFUSED");
    }

    @Test
    void whoHasTheShareStaysAndIsLookedAtAgainTomorrow() {
        lookAgain();

        assertThat(standing()).isEqualTo("GRANTED");
        assertThat(isIn(session)).isTrue();
        assertThat(number("select count(*) from plex_account where check_at > now() + interval '23 hours'"))
                .isEqualTo(1);
    }

    @Test
    void whoGetsTheShareBackComesInAgain() {
        plexTv.play("share-withdrawn");
        lookAgain();
        plexTv.play("share-restored");

        lookAgain();

        assertThat(standing()).isEqualTo("GRANTED");
        assertThat(noted("PLEX_ACCESS_RESTORED")).isEqualTo(1);
        assertThat(UUID.fromString(cinema.enter(plexTv, ben).path("me.id"))).isEqualTo(account);
    }

    @Test
    void plexBeingAwayEndsNothing() {
        plexTv.lie("/", 500, "text/html", "<html>");
        lookAgain();
        plexTv.lie("/", 200, "text/html", "<html>");
        lookAgain();

        assertThat(standing()).isEqualTo("GRANTED");
        assertThat(isIn(session)).isTrue();
        assertThat(number("select count(*) from plex_account where check_at < now() + interval '61 minutes'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"token-revoked", "token-expired"})
    void tokenThatIsNotTakenIsAMarkUntilItsOwnerConnectsAgainAndEndsNothing(String scenario) {
        plexTv.play(scenario);

        lookAgain();

        assertThat(standing()).isEqualTo("RECONNECT");
        assertThat(isIn(session)).isTrue();
        assertThat(noted("PLEX_RECONNECT_NEEDED")).isEqualTo(1);
        assertThat(UUID.fromString(cinema.enter(plexTv, ben).path("me.id"))).isEqualTo(account);
        assertThat(standing()).isEqualTo("GRANTED");
        assertThat(isIn(session)).isTrue();
    }

    /** As of the scheme with tokens for a week: the token is none, or was asked about too often. */
    @ParameterizedTest
    @ValueSource(ints = {422, 429})
    void whatElseIsSaidOfATokenEndsNothing(int status) {
        plexTv.lie("/api/v2/resources", status, "application/json", "{\"errors\":[]}");

        lookAgain();

        assertThat(standing()).isEqualTo("GRANTED");
        assertThat(isIn(session)).isTrue();
    }

    @Test
    void whenAlsoTheOwnersTokenHasExpiredEverybodyStays() {
        ownerIsAdmin();
        List.of("owner-token-expired", "token-expired").forEach(plexTv::play);

        lookAgain();

        assertThat(database.list(row -> row.getString(0), "select access from plex_account")
                        .await()
                        .indefinitely())
                .containsExactly("RECONNECT", "RECONNECT");
        assertThat(isIn(session)).isTrue();
    }

    @Test
    void whoSignsOutOfPlexCannotKeepALostShare() {
        ownerIsAdmin();
        plexTv.refuseTokenOf(ben);
        lookAgain();
        assertThat(standing()).isEqualTo("RECONNECT");

        plexTv.share(ben, Share.NONE);
        plexTv.refuseTokenOf(ben);
        lookAgain();

        assertThat(standing()).isEqualTo("LOST");
        assertThat(isIn(session)).isFalse();
    }

    @Test
    void listOfServersThatTheOwnerContradictsSendsNobodyHome() {
        ownerIsAdmin();
        plexTv.lie("/api/v2/resources", 200, "application/json", "[]");

        lookAgain();

        assertThat(standing()).isEqualTo("GRANTED");
        assertThat(isIn(session)).isTrue();
    }

    @Test
    void sessionWithAPasswordOutlivesTheShare() {
        AppUser carla = house.resident();
        String withPassword = house.sessionOf(carla);
        Person carlaAtPlex = plexTv.settle("carla", "Carla", Share.ACCEPTED);
        PlexBrowser browser = PlexBrowser.begin("BROWSER", house.tokenOf(withPassword));
        plexTv.claim(browser.code(), carlaAtPlex);
        browser.await("SIGNED_IN");
        String withPlex = cinema.enter(plexTv, carlaAtPlex).cookie("medianest");
        plexTv.share(carlaAtPlex, Share.NONE);

        lookAgain();

        assertThat(isIn(withPlex)).isFalse();
        assertThat(isIn(withPassword)).isTrue();
    }

    @Test
    void newServerHasEverybodyLookedAtSoon() {
        cinema.disconnect();
        cinema.connect();

        await().atMost(SOON).until(() -> number("select count(*) from plex_account where check_at <= now()") == 1);
    }

    private void ownerIsAdmin() {
        AppUser admin = house.resident("users:manage");
        PlexBrowser browser = PlexBrowser.begin("BROWSER", house.tokenOf(house.sessionOf(admin)));
        plexTv.claim(browser.code(), plexTv.settle("olga", "Olga", Share.OWNER));
        browser.await("SIGNED_IN");
    }

    /** A day has passed. */
    private void lookAgain() {
        database.run("update plex_account set check_at = now() - interval '1 second'")
                .chain(() -> recheck.round())
                .await()
                .atMost(SOON);
    }

    private static boolean isIn(String session) {
        return given().header("X-Session", session).post("/internal/v1/tokens").statusCode() == 200;
    }

    private String standing() {
        return database.first(row -> row.getString(0), "select access from plex_account where user_id = $1", account)
                .await()
                .indefinitely()
                .orElseThrow();
    }

    private long noted(String action) {
        return number("select count(*) from audit_entry where action = '" + action + "' and detail = 'account "
                + account + "'");
    }
}
