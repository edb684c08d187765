package org.medianest.auth.setup;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.runtime.StartupEvent;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.House;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.testing.EventProbe;

@AuthServiceTest
class SetupResourceTest {
    private static final String PASSWORD = "correct horse battery";

    @Inject
    House house;

    @Inject
    SetupCodeFile codeFile;

    @Inject
    RedisDataSource redis;

    @BeforeEach
    void firstVisit() throws Throwable {
        house.becomeEmpty();
        redis.key().del("rate:failures:name:setup");
        codeFile.tell(new StartupEvent());
    }

    @Test
    void firstVisitAsksForSetup() {
        given().get("/api/v1/auth/setup").then().statusCode(200).body("required", equalTo(true));
    }

    @Test
    void codeMakesTheFirstAdminAndSignsThemIn() throws Throwable {
        Response made = post(house.setupCode(), "Ada", PASSWORD).extract().response();

        assertThat(made.statusCode()).isEqualTo(201);
        assertThat(made.<String>path("username")).isEqualTo("ada");
        assertThat(made.<List<String>>path("permissions")).contains("users:manage", "downloads:create");
        assertThat(made.header("Set-Cookie"))
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Max-Age");
        given().get("/api/v1/auth/setup").then().body("required", equalTo(false));
        String id = made.path("id");
        await().untilAsserted(() -> assertThat(new EventProbe(redis).typesAbout(EventStream.AUTH, id))
                .containsExactly("medianest.user.registered.v1"));
    }

    @Test
    void wrongCodeIsRefusedAndMakesNobody() throws Throwable {
        post("0000-0000", "mallory", PASSWORD)
                .statusCode(403)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo("SETUP_CODE_WRONG"))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));

        assertThat(house.count()).isZero();
    }

    @Test
    void setupIsGoneAfterwards() throws Throwable {
        String code = house.setupCode();
        post(code, "ada", PASSWORD).statusCode(201);

        post(code, "eve", PASSWORD).statusCode(404).body("code", equalTo("SETUP_DONE"));

        assertThat(house.count()).isEqualTo(1);
    }

    @Test
    void ofTwoStrangersWithTheCodeOneBecomesAdmin() throws Throwable {
        String code = house.setupCode();
        List<Callable<Integer>> strangers = IntStream.range(0, 4)
                .<Callable<Integer>>mapToObj(i ->
                        () -> post(code, "stranger" + i, PASSWORD).extract().statusCode())
                .toList();

        List<Integer> answers;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            answers =
                    threads.invokeAll(strangers).stream().map(Future::resultNow).toList();
        }

        assertThat(answers).containsOnlyOnce(201);
        assertThat(house.count()).isEqualTo(1);
    }

    @Test
    void guessingIsStopped() {
        String address = UUID.randomUUID().toString();
        for (int i = 0; i < 10; i++) {
            post("0000-000" + i, "mallory", PASSWORD, address).statusCode(403);
        }

        post("0000-0000", "mallory", PASSWORD, address).statusCode(429).header("Retry-After", "900");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                                                                  | 400 | VALIDATION_FAILED
            {"code":"","username":"ada","password":"correct horse battery"}     | 400 | VALIDATION_FAILED
            {"code":"x","username":"","password":"correct horse battery"}       | 400 | VALIDATION_FAILED
            {"code":"x","username":"a\\u202Eb","password":"correct horse batt"} | 400 | VALIDATION_FAILED
            {"code":"x","username":"a\\u0000b","password":"correct horse batt"} | 400 | VALIDATION_FAILED
            {"code":"x","username":"../etc","password":"correct horse battery"} | 400 | VALIDATION_FAILED
            {"code":"x","username":"ada","password":"short"}                    | 400 | VALIDATION_FAILED
            {"code":"x","username":["ada"],"password":"correct horse battery"}  | 400 | VALIDATION_FAILED
            {"code":"x","username":"ada","password":"correct horse","role":"a"} | 400 | UNKNOWN_FIELD
            {"code":"x"                                                         | 400 | MALFORMED_JSON
            []                                                                  | 400 | MALFORMED_JSON
            null                                                                | 400 | VALIDATION_FAILED
            """)
    void badBodyGetsAProblemAndChangesNothing(String body, int status, String code) throws Throwable {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/auth/setup")
                .then()
                .statusCode(status)
                .contentType(startsWith("application/problem+json"))
                .body("code", equalTo(code));

        assertThat(house.count()).isZero();
    }

    @Test
    void violationsNameTheirFields() throws Throwable {
        post(house.setupCode(), "x", "short")
                .statusCode(400)
                .body("violations.field", hasItem("username"))
                .body("violations.field", hasItem("password"));
    }

    @Test
    void tenMegabytesAreTooLarge() throws Throwable {
        HttpRequest tooLarge = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/auth/setup"))
                .header("Content-Type", "application/json")
                .version(HttpClient.Version.HTTP_1_1)
                .expectContinue(true)
                .POST(BodyPublishers.ofString("{\"code\":\"" + "x".repeat(10 << 20) + "\"}"))
                .build();

        HttpResponse<String> answer;
        try (HttpClient client = HttpClient.newHttpClient()) {
            answer = client.send(tooLarge, BodyHandlers.ofString());
        }

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("TOO_LARGE");
        assertThat(house.count()).isZero();
    }

    @Test
    void otherMediaTypesAreRefused() {
        given().contentType(ContentType.TEXT)
                .body("{}")
                .post("/api/v1/auth/setup")
                .then()
                .statusCode(415)
                .contentType(startsWith("application/problem+json"));
    }

    private static ValidatableResponse post(String code, String username, String password) {
        return post(code, username, password, UUID.randomUUID().toString());
    }

    private static ValidatableResponse post(String code, String username, String password, String address) {
        return given().contentType(ContentType.JSON)
                .header("X-Forwarded-For", address)
                .body(Map.of("code", code, "username", username, "password", password))
                .post("/api/v1/auth/setup")
                .then();
    }
}
