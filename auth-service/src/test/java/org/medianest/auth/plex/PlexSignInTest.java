package org.medianest.auth.plex;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.Cinema;
import org.medianest.auth.testing.House;
import org.medianest.auth.testing.LyingPlexTv;
import org.medianest.auth.testing.PlexBrowser;
import org.medianest.auth.user.AppUser;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.testing.EventProbe;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.world.Person;
import org.medianest.homelab.world.Person.Share;

@AuthServiceTest
class PlexSignInTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final List<String> OF_GUESTS =
            List.of("downloads:create", "issues:create", "requests:create", "status:read");

    @SuppressWarnings("NullAway.Init") // PlexTvResource sets it
    LyingPlexTv plexTv;

    @Inject
    Cinema cinema;

    @Inject
    House house;

    @Inject
    Database database;

    @Inject
    RedisDataSource redis;

    @BeforeEach
    void serverIsConnected() {
        plexTv.behave();
        cinema.connect();
    }

    @AfterEach
    void plexTvBehaves() {
        plexTv.behave();
    }

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[{\"provides\":\"server\",\"clientIdentifier\":\"another\",\"owned\":true}]",
                "[{\"provides\":\"player\",\"clientIdentifier\":\"homelab-machine\"}]",
                "[{\"provides\":\"serverless\",\"clientIdentifier\":\"homelab-machine\"}]",
                "[{\"clientIdentifier\":\"homelab-machine\"}, null, 7]"
            })
    void otherThingsThanOurServerLetNobodyIn(String resources) {
        Person ben = plexTv.settle("ben", "Ben", Share.ACCEPTED);
        plexTv.lie("/api/v2/resources", 200, "application/json", resources);
        PlexBrowser browser = PlexBrowser.begin();
        plexTv.claim(browser.code(), ben);

        browser.await("REFUSED");

        assertThat(cinema.accountsOf(ben)).isEmpty();
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("a page", plexTv -> plexTv.lie("/api/v2/user", 200, "text/html", "<html>Sorry</html>")),
                lie("garbage", plexTv -> plexTv.suffer("/api/v2/resources", new Fault.Garbage())),
                lie("nothing", plexTv -> plexTv.lie("/api/v2/user", 200, "application/json", "")),
                lie(
                        "an id of another type",
                        plexTv -> plexTv.lie("/api/v2/user", 200, "application/json", "{\"id\":\"1 or 1\"}")),
                lie("an object for a list", plexTv -> plexTv.lie("/api/v2/resources", 200, "application/json", "{}")),
                lie(
                        "a token that breaks lines",
                        plexTv -> plexTv.lie(
                                "/api/v2/pins/",
                                200,
                                "application/json",
                                "{\"authToken\":\"a\\r\\nX-Plex-Token: b\"}")),
                lie(
                        "ten megabytes",
                        plexTv -> plexTv.lie(
                                "/api/v2/user",
                                200,
                                "application/json",
                                "{\"id\":1,\"x\":\"" + "x".repeat(10 << 20) + "\"}")),
                lie("deep JSON", plexTv -> plexTv.lie("/api/v2/user", 200, "application/json", "[".repeat(100_000))),
                lie("an error", plexTv -> plexTv.suffer("/api/v2/user", new Fault.Status(500))),
                lie("half an answer", plexTv -> plexTv.suffer("/api/v2/resources", new Fault.Truncated())),
                lie("hanging up", plexTv -> plexTv.suffer("/api/v2/user", new Fault.Dropped())),
                lie("texts for numbers", plexTv -> plexTv.suffer("/api/v2/user", new Fault.WrongTypes())),
                lie("nothing, and for long", plexTv -> plexTv.suffer("/api/v2/user", new Fault.HalfOpen())),
                lie("a refusal to answer more", plexTv -> plexTv.suffer("/api/v2/pins/", new Fault.Status(429))),
                lie(
                        "the way to another house",
                        plexTv -> plexTv.redirect("/api/v2/user", URI.create(plexTv.url() + "/elsewhere"))));
    }

    private static Arguments lie(String name, Consumer<LyingPlexTv> lie) {
        return Arguments.argumentSet(name, lie);
    }

    @ParameterizedTest
    @MethodSource("lies")
    void nobodyComesInByALieOfPlexAndItIsForgottenAtOnce(Consumer<LyingPlexTv> lie) {
        Person ben = plexTv.settle("ben", "Ben", Share.ACCEPTED);
        PlexBrowser browser = PlexBrowser.begin();
        plexTv.claim(browser.code(), ben);
        lie.accept(plexTv);

        Response away = browser.await("PLEX_AWAY");

        assertThat(away.cookies()).isEmpty();
        assertThat(away.<String>path("message")).startsWith("Plex does not answer as it should");
        assertThat(cinema.accountsOf(ben)).isEmpty();
        assertThat(plexTv.asked()).noneMatch(question -> question.target().startsWith("/elsewhere"));
        plexTv.recover();
        browser.await("SIGNED_IN");
    }

    @Test
    void signInDoesNotBeginWhilePlexIsAway() {
        plexTv.lie("/api/v2/pins", 503, "text/html", "<html>");

        PlexBrowser.tryToBegin("BROWSER", null, UUID.randomUUID().toString())
                .then()
                .statusCode(503)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("PLEX_AWAY"));
    }

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

    private void run(String sql) {
        database.run(sql).await().indefinitely();
    }

    private long number(String sql) {
        return database.first(row -> row.getLong(0), sql).await().indefinitely().orElseThrow();
    }

    private String text(String sql) {
        return database.first(row -> row.getString(0), sql)
                .await()
                .indefinitely()
                .orElseThrow();
    }
}
