package org.medianest.auth.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medianest.auth.session.Sessions;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.House;
import org.medianest.auth.user.AppUser;
import org.medianest.auth.user.Users;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.AuthEvent.UserChanged;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.identity.SessionKeys;
import org.medianest.commons.testing.EventProbe;

@AuthServiceTest
class UserResourceTest {
    private static final String PATH = "/api/v1/users";
    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    House house;

    @Inject
    Users users;

    @Inject
    Sessions sessions;

    @Inject
    Database database;

    @Inject
    RedisDataSource redis;

    private AppUser admin;
    private AppUser ada;
    private String token;

    @BeforeEach
    void adminIsSignedIn() {
        house.becomeEmpty();
        ada = house.resident("downloads:create", "requests:create");
        admin = house.resident(Permission.ALL.toArray(String[]::new));
        token = house.tokenOf(house.sessionOf(admin));
    }

    @Test
    void peopleAreListedNewestFirstInPages() {
        List<String> all = new ArrayList<>(List.of(admin.username(), ada.username()));
        for (int i = 0; i < 3; i++) {
            all.addFirst(house.resident().username());
        }

        for (int limit = 1; limit <= all.size(); limit++) {
            assertThat(namesInPagesOf(limit)).as("pages of %d", limit).isEqualTo(all);
        }
    }

    @Test
    void personSaysWhatTheyMayAndWhenTheyWereHere() {
        asAdmin()
                .get(PATH + "/" + admin.id())
                .then()
                .statusCode(200)
                .body("username", equalTo(admin.username()))
                .body("displayName", equalTo(admin.username()))
                .body("permissions", hasItems("users:manage", "downloads:create"))
                .body("suspended", equalTo(false))
                .body("plexUsername", nullValue())
                .body("lastSeenAt", notNullValue());
        asAdmin().get(PATH + "/" + ada.id()).then().body("lastSeenAt", nullValue());
    }

    @ParameterizedTest
    @CsvSource({"LOVELACE, 1", "lace, 1", "of the, 1", "cinema, 1", "%, 0", "nobody, 0", "'', 2"})
    void peopleAreFoundByAnyOfTheirNames(String query, int found) {
        run("update app_user set username = 'ada.lovelace', display_name = 'Countess of the Engine' where id = $1");
        run(
                "insert into plex_account (user_id, name, owner, access, since) values ($1, 'AdaCinema', false, 'IMPORTED', now())");

        Response people = asAdmin().queryParam("query", query).get(PATH);

        assertThat(people.statusCode()).isEqualTo(200);
        assertThat(people.<List<?>>path("items")).hasSize(found);
    }

    @Test
    void listIsServedByItsIndex() {
        String plan = database.inTransaction(transaction -> transaction
                        .run("set local enable_seqscan = off")
                        .chain(() -> transaction.list(
                                row -> row.getString(0),
                                "explain "
                                        + PeopleStore.NEWEST
                                                .replace("$1", "'" + UUID.randomUUID() + "'")
                                                .replace("$2", "21"))))
                .await()
                .indefinitely()
                .toString();

        assertThat(plan).contains("Index Scan Backward using app_user_pkey").doesNotContain("Sort");
    }

    @Test
    void permissionsThatThereAreAreListed() {
        asAdmin()
                .get(PATH + "/permissions")
                .then()
                .statusCode(200)
                .body("items", equalTo(Permission.ALL.stream().sorted().toList()));
    }

    @Test
    void changeOfPermissionsCountsFromTheNextRequestOn() {
        String session = house.sessionOf(ada);
        house.tokenOf(session);
        assertThat(redis.hash(String.class).hexists(SessionKeys.of(session), SessionKeys.TOKEN))
                .isTrue();

        change(ada, Map.of("permissions", List.of("status:read")))
                .statusCode(200)
                .body("permissions", contains("status:read"));

        assertThat(redis.hash(String.class).hgetall(SessionKeys.of(session)))
                .doesNotContainKeys(SessionKeys.TOKEN, SessionKeys.TOKEN_EXPIRES)
                .containsEntry(SessionKeys.PERMISSIONS, "status:read");
        given().auth()
                .oauth2(house.tokenOf(session))
                .get("/api/v1/auth/me")
                .then()
                .body("permissions", contains("status:read"));
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(changesOf(ada))
                        .containsExactly(
                                new UserChanged(ada.id(), ada.username(), List.of("status:read"), null, null, false)));
    }

    /** The gateway asks for a token while the change is not committed yet: the token must not say what was before. */
    @Test
    void tokenThatIsAskedForDuringAChangeSaysWhatComesOfIt() {
        String session = house.sessionOf(ada);
        CompletableFuture<Void> told = new CompletableFuture<>();
        CompletableFuture<Void> end = new CompletableFuture<>();
        AppUser changed = ada.allowed(List.of("status:read"));
        CompletableFuture<AppUser> change = database.inTransaction(transaction -> users.change(transaction, changed)
                        .call(() -> sessions.follow(changed))
                        .invoke(() -> told.complete(null))
                        .call(() -> Uni.createFrom().completionStage(end)))
                .subscribeAsCompletionStage();
        told.join();

        CompletableFuture<Response> asked = CompletableFuture.supplyAsync(
                () -> given().header("X-Session", session).post("/internal/v1/tokens"));
        await().atMost(SOON).until(() -> number("select count(*) from pg_locks where not granted") > 0);
        end.complete(null);
        change.join();

        assertThat(asked.join().<List<String>>path("permissions")).containsExactly("status:read");
    }

    @Test
    void suspendedPersonIsOutAtOnceAndCannotTellWhy() {
        String session = house.sessionOf(ada);
        house.tokenOf(session);
        String sid = redis.hash(String.class).hget(SessionKeys.of(session), SessionKeys.SID);

        change(ada, Map.of("suspended", true)).statusCode(200).body("suspended", equalTo(true));

        assertThat(redis.key().exists(SessionKeys.of(session))).isFalse();
        given().header("X-Session", session).post("/internal/v1/tokens").then().statusCode(401);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(new EventProbe(redis).typesAbout(EventStream.AUTH, sid))
                        .containsExactly("medianest.session.revoked.v1"));
        assertThat(refusal(ada.username(), House.PASSWORD)).isEqualTo(refusal("nobody", "whatever"));
        change(ada, Map.of("suspended", false)).statusCode(200);
        house.signIn(ada.username(), House.PASSWORD).statusCode(201);
    }

    @Test
    void lastAdminCannotStopBeingOne() {
        change(admin, Map.of("permissions", List.of("downloads:create")))
                .statusCode(409)
                .body("code", equalTo("LAST_ADMIN"));
        change(admin, Map.of("suspended", true)).statusCode(409).body("code", equalTo("LAST_ADMIN"));
        AppUser suspended = house.resident("users:manage");
        change(suspended, Map.of("suspended", true)).statusCode(200);
        change(admin, Map.of("suspended", true)).statusCode(409);

        house.resident("users:manage");
        change(admin, Map.of("suspended", true)).statusCode(200);
    }

    @Test
    void ofTwoAdminsWhoSuspendEachOtherOneStays() {
        AppUser other = house.resident("users:manage");
        String others = house.tokenOf(house.sessionOf(other));

        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(
                () -> change(token, other, Map.of("suspended", true)).extract().statusCode());
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(
                () -> change(others, admin, Map.of("suspended", true)).extract().statusCode());

        assertThat(List.of(first.join(), second.join())).contains(200);
        assertThat(
                        number(
                                "select count(*) from app_user where 'users:manage' = any (permissions) and suspended_at is null"))
                .isEqualTo(1);
    }

    @Test
    void nobodyGivesWhatTheyDoNotHave() {
        AppUser helper = house.resident("users:manage", "requests:create");
        String helpers = house.tokenOf(house.sessionOf(helper));

        change(helpers, helper, Map.of("permissions", List.of("users:manage", "settings:manage")))
                .statusCode(403)
                .body("code", equalTo("BEYOND_OWN_PERMISSIONS"));
        change(helpers, ada, Map.of("permissions", List.of("requests:create"))).statusCode(200);
    }

    @Test
    void whoIsSuspendedChangesNobodyWithATokenThatIsStillOut() {
        AppUser other = house.resident("users:manage");
        String others = house.tokenOf(house.sessionOf(other));
        change(other, Map.of("suspended", true)).statusCode(200);

        change(others, ada, Map.of("suspended", true)).statusCode(403);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"permissions":["everything"]}  | 400 | VALIDATION_FAILED
            {"permissions":[null]}          | 400 | VALIDATION_FAILED
            {"permissions":"users:manage"}  | 400 | VALIDATION_FAILED
            {"suspended":"perhaps"}         | 400 | VALIDATION_FAILED
            {"username":"root"}             | 400 | UNKNOWN_FIELD
            {"version":7}                   | 400 | UNKNOWN_FIELD
            null                            | 400 | VALIDATION_FAILED
            """)
    void badChangeIsRefused(String body, int status, String code) {
        asAdmin()
                .contentType(ContentType.JSON)
                .body(body)
                .patch(PATH + "/" + ada.id())
                .then()
                .statusCode(status)
                .body("code", equalTo(code));

        assertThat(changesOf(ada)).isEmpty();
    }

    @Test
    void changeOfNothingChangesNothing() {
        change(ada, Map.of("permissions", List.of("requests:create", "downloads:create"), "suspended", false))
                .statusCode(200);
        change(ada, Map.of()).statusCode(200);

        assertThat(number("select count(*) from audit_entry where subject = '" + ada.username() + "'"))
                .isZero();
    }

    @Test
    void unknownPersonIsNotFound() {
        asAdmin().get(PATH + "/" + UUID.randomUUID()).then().statusCode(404);
        asAdmin().get(PATH + "/1").then().statusCode(404);
        asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("suspended", true))
                .patch(PATH + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/users",
        "GET, /api/v1/users/permissions",
        "GET, /api/v1/users/plex-friends",
        "GET, /api/v1/users/audit",
        "GET, /api/v1/users/{id}",
        "PATCH, /api/v1/users/{id}",
        "POST, /api/v1/users/import"
    })
    void peopleAreNobodysBusinessButTheAdmins(String method, String path) {
        String own = house.tokenOf(house.sessionOf(ada));
        String address = path.replace("{id}", ada.id().toString());
        Map<String, Object> body = path.endsWith("import") ? Map.of("plexIds", List.of(1)) : Map.of("suspended", true);

        RequestSpecification anonymous = given();
        RequestSpecification ordinary = given().auth().oauth2(own);
        if (!method.equals("GET")) {
            anonymous.contentType(ContentType.JSON).body(body);
            ordinary.contentType(ContentType.JSON).body(body);
        }
        anonymous.request(method, address).then().statusCode(401);
        ordinary.request(method, address).then().statusCode(403);
        assertThat(changesOf(ada)).isEmpty();
    }

    private List<String> namesInPagesOf(int limit) {
        List<String> names = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            RequestSpecification request = asAdmin().queryParam("limit", limit);
            Response page = (cursor == null ? request : request.queryParam("cursor", cursor)).get(PATH);
            assertThat(page.statusCode()).isEqualTo(200);
            names.addAll(page.<List<String>>path("items.username"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        return names;
    }

    private List<UserChanged> changesOf(AppUser user) {
        return new EventProbe(redis)
                .about(EventStream.AUTH, user.id().toString()).stream()
                        .filter(said -> said.type().equals("medianest.user.changed.v1"))
                        .map(said -> EventCodec.payload(said, UserChanged.class))
                        .toList();
    }

    private Map<String, Object> refusal(String username, String password) {
        Map<String, Object> problem = house.signIn(username, password)
                .statusCode(401)
                .extract()
                .jsonPath()
                .getMap("$");
        problem.remove("traceId");
        return problem;
    }

    private ValidatableResponse change(AppUser user, Map<String, ?> body) {
        return change(token, user, body);
    }

    private static ValidatableResponse change(String token, AppUser user, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .patch(PATH + "/" + user.id())
                .then();
    }

    private RequestSpecification asAdmin() {
        return given().auth().oauth2(token);
    }

    private void run(String sql) {
        database.run(sql, ada.id()).await().indefinitely();
    }

    private long number(String sql) {
        return database.first(row -> row.getLong(0), sql).await().indefinitely().orElseThrow();
    }
}
