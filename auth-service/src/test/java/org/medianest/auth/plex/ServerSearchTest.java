package org.medianest.auth.plex;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.Cinema;
import org.medianest.auth.testing.House;
import org.medianest.auth.testing.LyingPlexTv;
import org.medianest.auth.testing.PlexBrowser;
import org.medianest.auth.user.AppUser;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.plex.PlexGrant;
import org.medianest.commons.plex.PlexGrant.Reach;
import org.medianest.commons.secret.SecretBox;
import org.medianest.homelab.world.Person;
import org.medianest.homelab.world.Person.Share;

@AuthServiceTest
class ServerSearchTest {
    @SuppressWarnings("NullAway.Init") // HomelabResource sets it
    LyingPlexTv plexTv;

    @Inject
    Cinema cinema;

    @Inject
    House house;

    @Inject
    SecretBox box;

    private AppUser admin;
    private String token;

    @BeforeEach
    void adminIsSignedIn() {
        house.becomeEmpty();
        plexTv.behave();
        cinema.disconnect();
        admin = house.resident(Permission.SETTINGS_MANAGE);
        token = house.tokenOf(house.sessionOf(admin));
    }

    @AfterEach
    void plexTvBehaves() {
        plexTv.behave();
    }

    @Test
    void ownServerIsFoundAndItsTokenIsSealed() {
        Person olga = plexTv.settle("olga", "Olga", Share.OWNER);

        Response found = search(olga).await("SIGNED_IN");

        assertThat(found.<String>path("servers[0].machineIdentifier")).isEqualTo(LyingPlexTv.MACHINE);
        assertThat(found.<String>path("servers[0].name")).isNotBlank();
        assertThat(found.asString()).doesNotContain(olga.serverToken(), olga.token());
        PlexGrant grant = PlexGrant.open(box, found.path("servers[0].grant"), admin.id(), Instant.now())
                .orElseThrow();
        assertThat(grant.token()).isEqualTo(olga.serverToken());
        assertThat(grant.addresses().getFirst().reach()).isEqualTo(Reach.LOCAL);
        assertThat(grant.addresses().getLast().reach()).isEqualTo(Reach.RELAY);
    }

    @Test
    void serversAreToldOnceAndNoAccountIsLinked() {
        Person olga = plexTv.settle("olga", "Olga", Share.OWNER);
        PlexBrowser browser = search(olga);
        browser.await("SIGNED_IN");

        assertThat(browser.look().<String>path("state")).isEqualTo("EXPIRED");
        assertThat(cinema.accountsOf(olga)).isEmpty();
    }

    @Test
    void whoOwnsNoServerIsToldSo() {
        Response refused = search(plexTv.settle("ben", "Ben", Share.ACCEPTED)).await("REFUSED");

        assertThat(refused.<String>path("message")).startsWith("No Plex server belongs to this account.");
    }

    @Test
    void searchIsOfItsBrowserAndItsAdminAndIsNoSignIn() {
        PlexBrowser browser = search(plexTv.settle("olga", "Olga", Share.OWNER));
        String address = PlexBrowser.SERVERS + "/" + browser.id();
        String other = house.tokenOf(house.sessionOf(house.resident(Permission.SETTINGS_MANAGE)));

        given().auth().oauth2(token).get(address).then().statusCode(404);
        given().auth()
                .oauth2(other)
                .cookie(PlexBrowser.COOKIE, browser.cookie())
                .get(address)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(token)
                .cookie(PlexBrowser.COOKIE, browser.cookie())
                .get(PlexBrowser.PINS + "/" + browser.id())
                .then()
                .statusCode(404);
    }

    @Test
    void signInIsNoSearch() {
        cinema.connect();
        PlexBrowser browser = PlexBrowser.begin("BROWSER", token);

        given().auth()
                .oauth2(token)
                .cookie(PlexBrowser.COOKIE, browser.cookie())
                .get(PlexBrowser.SERVERS + "/" + browser.id())
                .then()
                .statusCode(404);
    }

    @Test
    void waitsWhilePlexTvIsAway() {
        PlexBrowser browser = search(plexTv.settle("olga", "Olga", Share.OWNER));
        plexTv.lie("/api/v2/resources", 200, "text/html", "<html>maintenance</html>");
        browser.await("PLEX_AWAY");

        plexTv.recover();

        assertThat(browser.await("SIGNED_IN").<String>path("servers[0].grant")).isNotBlank();
    }

    private PlexBrowser search(Person person) {
        PlexBrowser browser = PlexBrowser.search(token);
        plexTv.claim(browser.code(), person);
        return browser;
    }
}
