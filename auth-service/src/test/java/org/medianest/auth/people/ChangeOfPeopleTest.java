package org.medianest.auth.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medianest.auth.session.Sessions;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.House;
import org.medianest.auth.user.AppUser;
import org.medianest.auth.user.Users;
import org.medianest.commons.event.AuthEvent.UserChanged;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.identity.SessionKeys;
import org.medianest.commons.testing.EventProbe;

@AuthServiceTest
class ChangeOfPeopleTest extends WithAnAdmin {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    Users users;

    @Inject
    Sessions sessions;

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
}
