package org.medianest.auth.plex;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.House;
import org.medianest.auth.testing.PlexBrowser;
import org.medianest.auth.user.AppUser;
import org.medianest.homelab.world.Person;
import org.medianest.homelab.world.Person.Share;

@AuthServiceTest
class PlexLinkTest extends WithPlex {
    private AppUser admin;
    private String token;

    @BeforeEach
    void adminIsSignedIn() {
        house.becomeEmpty();
        admin = house.resident("users:manage", "audit:read");
        token = house.tokenOf(house.sessionOf(admin));
    }

    @Test
    void whoIsSignedInLinksTheirAccountAndComesInWithEither() {
        Person olga = plexTv.settle("olga", "Olga", Share.OWNER);

        Response linked = link(olga, "SIGNED_IN");

        assertThat(linked.<String>path("me.id")).isEqualTo(admin.id().toString());
        assertThat(linked.<Boolean>path("me.plexLinked")).isTrue();
        assertThat(linked.cookies()).isEmpty();
        Response in = cinema.enter(plexTv, olga);
        assertThat(in.<String>path("me.id")).isEqualTo(admin.id().toString());
        assertThat(in.<List<String>>path("me.permissions")).containsExactly("audit:read", "users:manage");
        house.signIn(admin.username(), House.PASSWORD).statusCode(201);
    }

    @Test
    void accountWithoutAShareIsNotLinked() {
        Person frank = plexTv.settle("frank", "Frank", Share.NONE);

        assertThat(link(frank, "REFUSED").<String>path("message")).contains("has no access");
        assertThat(cinema.accountsOf(frank)).isEmpty();
    }

    @Test
    void accountOfAnotherPersonIsNotLinked() {
        Person ben = plexTv.settle("ben", "Ben", Share.ACCEPTED);
        cinema.enter(plexTv, ben);

        assertThat(link(ben, "REFUSED").<String>path("message")).contains("belongs to another account here, ben");
        assertThat(cinema.accountOf(ben)).isNotEqualTo(admin.id());
    }

    @Test
    void secondAccountIsNotLinked() {
        link(plexTv.settle("olga", "Olga", Share.OWNER), "SIGNED_IN");
        Person other = plexTv.settle("other", "Other", Share.ACCEPTED);

        assertThat(link(other, "REFUSED").<String>path("message")).contains("linked with another Plex account");
        assertThat(cinema.accountsOf(other)).isEmpty();
    }

    @Test
    void nobodyElseCanFinishALink() {
        PlexBrowser browser = PlexBrowser.begin("BROWSER", token);
        plexTv.claim(browser.code(), plexTv.settle("olga", "Olga", Share.OWNER));
        String address = PlexBrowser.PINS + "/" + browser.id();
        String others = house.tokenOf(house.sessionOf(house.resident()));

        given().cookie(PlexBrowser.COOKIE, browser.cookie()).get(address).then().statusCode(404);
        given().cookie(PlexBrowser.COOKIE, browser.cookie())
                .auth()
                .oauth2(others)
                .get(address)
                .then()
                .statusCode(404);
    }

    @Test
    void whoWasInvitedAndHasNotAcceptedIsToldSo() {
        link(plexTv.settle("olga", "Olga", Share.OWNER), "SIGNED_IN");
        Person pia = plexTv.settle("pia", "Pia", Share.PENDING);
        PlexBrowser browser = PlexBrowser.begin();
        plexTv.claim(browser.code(), pia);

        assertThat(browser.await("REFUSED").<String>path("message"))
                .isEqualTo(
                        "You were invited to the Plex server Cinema, but have not accepted yet. Accept the invitation in Plex,"
                                + " then sign in again.");
        assertThat(cinema.accountsOf(pia)).isEmpty();
    }

    private Response link(Person person, String state) {
        PlexBrowser browser = PlexBrowser.begin("BROWSER", token);
        plexTv.claim(browser.code(), person);
        return browser.await(state);
    }
}
