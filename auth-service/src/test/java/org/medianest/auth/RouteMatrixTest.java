package org.medianest.auth;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.House;
import org.medianest.commons.identity.Permission;

/** Who may do what, over all that the service's document lists: an operation that is missing here fails. */
@AuthServiceTest
class RouteMatrixTest {
    private static final Set<String> FOR_ANYBODY = Set.of(
            "GET /api/v1/auth/providers",
            "GET /api/v1/auth/setup",
            "POST /api/v1/auth/setup",
            "POST /api/v1/auth/sessions",
            "POST /api/v1/auth/plex/pins",
            "GET /api/v1/auth/plex/pins/{id}");

    private static final Set<String> FOR_THE_SIGNED_IN = Set.of(
            "GET /api/v1/auth/me",
            "DELETE /api/v1/auth/sessions/current",
            "GET /api/v1/notifications",
            "GET /api/v1/notifications/unread",
            "GET /api/v1/notifications/preferences",
            "PUT /api/v1/notifications/preferences",
            "GET /api/v1/notifications/push/key",
            "POST /api/v1/notifications/push/subscriptions",
            "DELETE /api/v1/notifications/push/subscriptions",
            "POST /api/v1/notifications/read",
            "POST /api/v1/notifications/{id}/read");

    private static final Map<String, Set<String>> FOR_HOLDERS = Map.of(
            Permission.USERS_MANAGE,
            Set.of(
                    "GET /api/v1/users",
                    "GET /api/v1/users/permissions",
                    "GET /api/v1/users/plex-friends",
                    "POST /api/v1/users/import",
                    "GET /api/v1/users/{id}",
                    "PATCH /api/v1/users/{id}"),
            Permission.AUDIT_READ,
            Set.of("GET /api/v1/users/audit"),
            Permission.SETTINGS_MANAGE,
            Set.of(
                    "POST /api/v1/auth/plex/servers",
                    "GET /api/v1/auth/plex/servers/{id}",
                    "GET /api/v1/events/dead-letters",
                    "GET /api/v1/events/dead-letters/{id}",
                    "POST /api/v1/events/dead-letters/{id}/replay",
                    "DELETE /api/v1/events/dead-letters/{id}"));

    @Inject
    House house;

    @Test
    void everyOperationIsForSomebody() throws IOException {
        Set<String> known = new TreeSet<>(FOR_ANYBODY);
        known.addAll(FOR_THE_SIGNED_IN);
        FOR_HOLDERS.values().forEach(known::addAll);

        assertThat(operations()).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void strangersGetWhatIsForAnybodyOnly() throws IOException {
        for (String operation : operations()) {
            int status = ask(given(), operation);

            if (FOR_ANYBODY.contains(operation)) {
                assertThat(status).as(operation).isNotIn(401, 403, 500);
            } else {
                assertThat(status).as(operation).isEqualTo(401);
            }
        }
    }

    @Test
    void whoHoldsAllPermissionsButOneIsRefusedForTheLackOfThatOne() {
        FOR_HOLDERS.forEach((permission, operations) -> {
            String with = house.tokenOf(house.sessionOf(house.resident(permission)));
            String without = house.tokenOf(house.sessionOf(house.resident(Permission.ALL.stream()
                    .filter(other -> !other.equals(permission))
                    .toArray(String[]::new))));

            assertThat(operations).allSatisfy(operation -> {
                assertThat(ask(given().auth().oauth2(without), operation)).isEqualTo(403);
                assertThat(ask(given().auth().oauth2(with), operation)).isNotIn(401, 403, 500);
            });
        });
    }

    /** About something that is not there, with a body that says nothing. */
    private static int ask(RequestSpecification request, String operation) {
        String method = operation.substring(0, operation.indexOf(' '));
        String path = operation
                .substring(method.length() + 1)
                .replace("{id}", UUID.randomUUID().toString());
        RequestSpecification whole = method.equals("POST") || method.equals("PATCH")
                ? request.contentType(ContentType.JSON).body("{}")
                : request;
        return whole.request(method, path).statusCode();
    }

    private static List<String> operations() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(Path.of("target", "openapi", "openapi.json").toFile());
        List<String> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(
                                method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }
}
