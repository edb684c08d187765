package org.medianest.auth.plex;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.LyingPlexTv;
import org.medianest.auth.testing.PlexBrowser;
import org.medianest.auth.user.AppUser;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.testing.EventProbe;
import org.medianest.homelab.world.Person;
import org.medianest.homelab.world.Person.Share;

@AuthServiceTest
class PlexSignInTest extends WithPlex {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> OF_GUESTS =
            List.of("downloads:create", "issues:create", "requests:create", "status:read");

    @Test
    void whoHasAShareComesInAndMayDoWhatGuestsMay() {
        Person ben = plexTv.settle("Ben.Cinema", "Ben", Share.ACCEPTED);

        Response in = cinema.enter(plexTv, ben);

        String id = in.path("me.id");
        assertThat(in.<List<String>>path("me.permissions")).isEqualTo(OF_GUESTS);
        assertThat(in.<String>path("me.displayName")).isEqualTo("Ben");
        assertThat(in.<Boolean>path("me.plexLinked")).isTrue();
        assertThat(in.header("Set-Cookie"))
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Max-Age");
        given().auth()
                .oauth2(house.tokenOf(in.cookie("medianest")))
                .get("/api/v1/auth/me")
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(new EventProbe(redis).about(EventStream.AUTH, id))
                        .extracting(said -> EventCodec.payload(said, UserRegistered.class))
                        .containsExactly(new UserRegistered(
                                UUID.fromString(id), in.path("me.username"), OF_GUESTS, "Ben", ben.plexId())));
    }

    @Test
    void whoWasInvitedComesInFromTheMomentOnInWhichTheyAccept() {
        Person pia = plexTv.settle("pending-pia", "Pia", Share.PENDING);
        PlexBrowser early = PlexBrowser.begin();
        plexTv.claim(early.code(), pia);
        early.await("REFUSED");

        plexTv.play("invitation-accepted");

        assertThat(cinema.enter(plexTv, pia).<String>path("me.displayName")).isEqualTo("Pia");
    }

    @Test
    void whoComesAgainIsTheSamePerson() {
        Person ben = plexTv.settle("ben", "Ben", Share.ACCEPTED);

        String first = cinema.enter(plexTv, ben).path("me.id");
        String second = cinema.enter(plexTv, ben).path("me.id");

        assertThat(second).isEqualTo(first);
        assertThat(cinema.accountsOf(ben)).hasSize(1);
    }

    @Test
    void whoOwnsTheServerIsAGuestLikeOthersUntilAnAdminLinksTheAccount() {
        Person olga = plexTv.settle("olga", "Olga", Share.OWNER);

        assertThat(cinema.enter(plexTv, olga).<List<String>>path("me.permissions"))
                .isEqualTo(OF_GUESTS);
    }

    @Test
    void managedUserWithoutNameComesIn() {
        Person dev = plexTv.settle("", "Dév Ünlü", Share.ACCEPTED);

        Response in = cinema.enter(plexTv, dev);

        assertThat(in.<String>path("me.displayName")).isEqualTo("Dév Ünlü");
        assertThat(in.<String>path("me.username")).startsWith("dev-unlu");
    }

    @Test
    void nameOfAnAdminIsNoWayToBecomeThem() {
        AppUser admin = house.resident("users:manage");
        Person namesake = plexTv.settle(admin.username().toUpperCase(Locale.ROOT), "Mallory", Share.ACCEPTED);

        Response in = cinema.enter(plexTv, namesake);

        assertThat(in.<String>path("me.id")).isNotEqualTo(admin.id().toString());
        assertThat(in.<String>path("me.username")).isEqualTo(admin.username() + "-2");
        assertThat(in.<List<String>>path("me.permissions")).isEqualTo(OF_GUESTS);
    }

    @Test
    void strangerIsTurnedAwayAndLeavesNoAccount() {
        Person frank = plexTv.settle("frank", "Frank", Share.NONE);
        PlexBrowser browser = PlexBrowser.begin();
        plexTv.claim(browser.code(), frank);

        Response refused = browser.await("REFUSED");

        assertThat(refused.<String>path("message")).contains("Frank", "has no access to the Plex server Cinema");
        assertThat(refused.cookies()).isEmpty();
        assertThat(cinema.accountsOf(frank)).isEmpty();
        assertThat(number("select count(*) from audit_entry where action = 'SIGN_IN_REFUSED' and detail like '%"
                        + frank.plexId() + "%'"))
                .isEqualTo(1);
    }

    @Test
    void suspendedPersonDoesNotComeIn() {
        Person ben = plexTv.settle("ben", "Ben", Share.ACCEPTED);
        cinema.enter(plexTv, ben);
        run("update app_user set suspended_at = now() where plex_id = " + ben.plexId());
        PlexBrowser browser = PlexBrowser.begin();
        plexTv.claim(browser.code(), ben);

        Response refused = browser.await("REFUSED");

        assertThat(refused.<String>path("message")).contains("suspended");
        assertThat(refused.cookies()).isEmpty();
    }

    @Test
    void televisionShowsACodeToType() {
        PlexBrowser television = PlexBrowser.begin("LINK_CODE", null);
        plexTv.claim(television.code(), plexTv.settle("ben", "Ben", Share.ACCEPTED));

        assertThat(television.code()).hasSize(4);
        assertThat(television.begun().<String>path("linkUrl")).isEqualTo(plexTv.url() + "/link");
        assertThat(television.begun().<String>path("authUrl")).isNull();
        television.await("SIGNED_IN");
    }

    @Test
    void browserIsSentToPlexAndBackHere() {
        PlexBrowser browser = PlexBrowser.begin();

        assertThat(browser.begun().<String>path("authUrl"))
                .startsWith(plexTv.url() + "/auth#?clientID=")
                .contains("&forwardUrl=http%3A%2F%2Flocalhost%3A8080%2Fsign-in%3Fplex%3D" + browser.id())
                .endsWith("&context%5Bdevice%5D%5Bproduct%5D=MediaNest");
        assertThat(browser.begun().<String>path("code")).isNull();
    }

    @Test
    void plexSeesOneHouseAndItsTokensInHeadersOnly() {
        Person ben = plexTv.settle("ben", "Ben", Share.ACCEPTED);
        cinema.enter(plexTv, ben);
        cinema.enter(plexTv, ben);

        assertThat(plexTv.asked())
                .isNotEmpty()
                .allSatisfy(question -> assertThat(question.target()).doesNotContain(ben.token()))
                .extracting(LyingPlexTv.Asked::clientIdentifier)
                .containsOnly(text("select plex_client_id from installation"));
    }

    @Test
    void tokenIsSealedAndBoundToItsRow() {
        Person ben = plexTv.settle("ben", "Ben", Share.ACCEPTED);
        cinema.enter(plexTv, ben);

        assertThat(text("select token from plex_account where user_id = '" + cinema.accountOf(ben) + "'"))
                .matches("[0-9a-f]{8}:[A-Za-z0-9+/=]+")
                .doesNotContain(ben.token());
    }

    @Test
    void withoutAServerPlexIsNoWayIn() {
        cinema.disconnect();

        given().get("/api/v1/auth/providers")
                .then()
                .statusCode(200)
                .body("local.available", equalTo(true))
                .body("plex.available", equalTo(false))
                .body("plex.reason", startsWith("No Plex server is connected yet"));
        PlexBrowser.tryToBegin("BROWSER", null, UUID.randomUUID().toString())
                .then()
                .statusCode(409)
                .body("code", equalTo("PLEX_NOT_CONNECTED"));
        cinema.connect();
        given().get("/api/v1/auth/providers")
                .then()
                .body("plex", hasKey("reason"))
                .body("plex.reason", nullValue());
    }
}
