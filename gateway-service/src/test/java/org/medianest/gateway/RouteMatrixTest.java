package org.medianest.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.commons.identity.Permission;
import org.medianest.gateway.testing.ApiDocument;
import org.medianest.gateway.testing.ApiDocument.Operation;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;
import org.medianest.gateway.testing.RawHttp;

/** Every address that the services describe, asked by a stranger. */
@QuarkusTest
@WithTestResource(House.class)
class RouteMatrixTest {
    /** Where the service behind says itself who may do what. Everywhere else a stranger comes no further than here. */
    private static final List<String> OPEN = List.of("/api/v1/auth", "/api/v1/users", "/api/v1/media/webhooks");

    @Inject
    RedisDataSource redis;

    static Stream<Operation> everything() throws IOException {
        return ApiDocument.everything().stream().filter(it -> it.path().startsWith("/api/"));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void strangersComeNoFurtherThanTheDoor(Operation operation) {
        boolean isOpen = OPEN.stream().anyMatch(prefix -> (operation.path() + "/").startsWith(prefix + "/"));

        int status = given().header("Sec-Fetch-Site", "same-origin")
                .request(operation.method(), operation.address())
                .statusCode();

        if (isOpen) {
            assertThat(status).isNotIn(401, 404);
        } else {
            assertThat(status).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/status/sources/uptime-kuma;x",
                "/api/v1/status;x/sources/uptime-kuma",
                "/api/v1/status/sources/uptime-kuma%3Bx",
                "/api/v1/status%2Fsources/uptime-kuma",
                "/api/v1/status/sources%5Cuptime-kuma",
                "/api/v1/status//sources/uptime-kuma",
                "/api/v1/status/./sources/uptime-kuma",
                "/api/v1/status/x/../sources/uptime-kuma",
                "/api/v1/status/%2e%2e/status/sources/uptime-kuma",
                "/api/v1/%73tatus/sources/uptime-kuma",
                "/API/v1/status/sources/uptime-kuma",
                "/api/v1/Status/sources/uptime-kuma",
                "/api/v1/status/sources/Uptime-Kuma",
                "/api/v1/status/sources/uptime-kuma/",
                "/api/v1/status/sources/uptime-kuma%00",
                "/api/v1/status/sources/uptime-kuma%c0%af",
                "/api/v1/status/sources/uptime-kuma"
            })
    void noSpellingOfAProtectedPathLetsAnybodyIn(String target) throws IOException {
        Person alice = Person.signedIn(redis, Permission.STATUS_READ);

        assertThat(RawHttp.ask(RestAssured.port, "GET " + target + " HTTP/1.1").status())
                .isIn(400, 401, 404);
        assertThat(RawHttp.ask(RestAssured.port, "GET " + target + " HTTP/1.1", "Cookie: " + alice.cookie())
                        .status())
                .isIn(400, 403, 404);
    }
}
