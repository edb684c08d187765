package org.medianest.auth.plex;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.PlexBrowser;
import org.medianest.homelab.world.Person;
import org.medianest.homelab.world.Person.Share;

@AuthServiceTest
class PlexPinTest extends WithPlex {
    @Test
    void signInIsBoundToTheBrowserThatBeganIt() {
        PlexBrowser attackers = PlexBrowser.begin();
        PlexBrowser victims = PlexBrowser.begin();
        plexTv.claim(attackers.code(), plexTv.settle("mallory", "Mallory", Share.ACCEPTED));
        String address = PlexBrowser.PINS + "/" + attackers.id();

        given().get(address).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
        Response theirs = given().cookie(PlexBrowser.COOKIE, victims.cookie()).get(address);
        assertThat(theirs.statusCode()).isEqualTo(404);
        assertThat(theirs.cookies()).isEmpty();
        given().cookie(PlexBrowser.COOKIE, attackers.cookie())
                .get(PlexBrowser.PINS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
        attackers.await("SIGNED_IN");
    }

    @Test
    void cookieOfTheBrowserCannotBeReadByItsPagesAndIsStoredAsAHash() {
        PlexBrowser browser = PlexBrowser.begin();

        assertThat(browser.begun().header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=");
        assertThat(browser.begun().header("Cache-Control")).isEqualTo("no-store");
        assertThat(redis.hash(String.class).hgetall("plex-pin:" + browser.id()).values())
                .doesNotContain(browser.cookie());
        assertThat(redis.key().ttl("plex-pin:" + browser.id())).isBetween(1_800L, 2_400L);
    }

    @Test
    void sessionIsGivenOnce() {
        PlexBrowser browser = PlexBrowser.begin();
        plexTv.claim(browser.code(), plexTv.settle("ben", "Ben", Share.ACCEPTED));
        Response first = browser.await("SIGNED_IN");

        Response second = browser.look();

        assertThat(first.cookie("medianest")).isNotBlank();
        assertThat(second.<String>path("state")).isEqualTo("SIGNED_IN");
        assertThat(second.cookies()).isEmpty();
    }

    @Test
    void ofManyQuestionsAtTheSameMomentOneGetsTheSession() throws InterruptedException {
        PlexBrowser browser = PlexBrowser.begin();
        plexTv.claim(browser.code(), plexTv.settle("ben", "Ben", Share.ACCEPTED));

        List<Response> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers = threads.invokeAll(Collections.nCopies(8, (Callable<Response>) browser::look)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        browser.await("SIGNED_IN");
        assertThat(answers.stream().filter(answer -> answer.cookie("medianest") != null))
                .hasSize(1);
    }

    @Test
    void sessionIsANewOneWhateverTheBrowserHadBefore() {
        PlexBrowser browser = PlexBrowser.begin();
        plexTv.claim(browser.code(), plexTv.settle("ben", "Ben", Share.ACCEPTED));
        String planted = "A".repeat(43);

        Response in = given().cookie("medianest", planted)
                .cookie(PlexBrowser.COOKIE, browser.cookie())
                .get(PlexBrowser.PINS + "/" + browser.id());

        assertThat(in.cookie("medianest")).isNotBlank().isNotEqualTo(planted);
        given().header("X-Session", planted).post("/internal/v1/tokens").then().statusCode(401);
    }

    /** Also when Plex, whose clock is another, would still take it. */
    @Test
    void whoTakesTooLongBeginsAgain() {
        plexTv.lie("/api/v2/pins", 201, "application/json", "{\"id\":1,\"code\":\"late\",\"expiresIn\":1}");
        PlexBrowser late = PlexBrowser.begin();
        Response expired = late.await("EXPIRED");
        plexTv.lie("/api/v2/pins", 200, "application/json", "{\"id\":1,\"authToken\":\"token\"}");

        Response again = late.look();

        assertThat(expired.<String>path("message")).contains("Begin again");
        assertThat(again.<String>path("state")).isEqualTo("EXPIRED");
        assertThat(again.cookies()).isEmpty();
    }

    @Test
    void pinThatPlexHasForgottenHasExpired() {
        PlexBrowser browser = PlexBrowser.begin();
        plexTv.letPinsExpire();

        browser.await("EXPIRED");
    }

    @Test
    void whoHasNotSignedInAtPlexWaits() {
        PlexBrowser.begin()
                .look()
                .then()
                .statusCode(200)
                .body("state", equalTo("WAITING"))
                .body("me", nullValue());
    }

    @Test
    void beginningsOfOneAddressAreLimited() {
        String address = UUID.randomUUID().toString();
        for (int i = 0; i < 20; i++) {
            assertThat(PlexBrowser.tryToBegin("BROWSER", null, address).statusCode())
                    .isEqualTo(201);
        }

        PlexBrowser.tryToBegin("BROWSER", null, address)
                .then()
                .statusCode(429)
                .header("Retry-After", not(nullValue()))
                .body("code", equalTo("TOO_MANY_TRIES"));
    }

    @Test
    void nobodyComesInByPostingATokenOfPlex() {
        Person ben = plexTv.settle("ben", "Ben", Share.ACCEPTED);
        String token = "{\"authToken\":\"" + ben.token() + "\"}";

        given().contentType(ContentType.JSON)
                .body(token)
                .post("/api/v1/auth/plex")
                .then()
                .statusCode(404);
        given().contentType(ContentType.JSON)
                .body("{\"method\":\"BROWSER\",\"staySignedIn\":false,\"authToken\":\"" + ben.token() + "\"}")
                .post(PlexBrowser.PINS)
                .then()
                .statusCode(400)
                .body("code", equalTo("UNKNOWN_FIELD"));
    }

    @Test
    void formsOfOtherSitesAreNotUnderstood() {
        given().contentType(ContentType.TEXT)
                .body("{\"method\":\"BROWSER\",\"staySignedIn\":false}")
                .post(PlexBrowser.PINS)
                .then()
                .statusCode(415);
        given().formParam("method", "BROWSER").post(PlexBrowser.PINS).then().statusCode(415);
        given().multiPart("method", "BROWSER").post(PlexBrowser.PINS).then().statusCode(415);
    }

    @Test
    void tokenThatIsNotToBeBelievedLinksNothing() {
        PlexBrowser.tryToBegin("BROWSER", "forged", UUID.randomUUID().toString())
                .then()
                .statusCode(401);
    }
}
