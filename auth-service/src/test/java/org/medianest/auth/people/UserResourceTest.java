package org.medianest.auth.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.commons.identity.Permission;

@AuthServiceTest
class UserResourceTest extends WithAnAdmin {
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
    @CsvSource({"LOVELACE, 1", "lace, 1", "of the, 1", "cinema, 1", "%, 0", "nobody, 0", "'', 2", "zq\0, 0"})
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
}
