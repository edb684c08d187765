package org.medianest.auth.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.Cinema;
import org.medianest.auth.testing.House;
import org.medianest.auth.testing.LyingPlexTv;
import org.medianest.auth.testing.PlexBrowser;
import org.medianest.homelab.world.Person;
import org.medianest.homelab.world.Person.Share;

@AuthServiceTest
class FriendResourceTest {
    private static final String FRIENDS = "/api/v1/users/plex-friends";

    @SuppressWarnings("NullAway.Init") // HomelabResource sets it
    LyingPlexTv plexTv;

    @Inject
    Cinema cinema;

    @Inject
    House house;

    private String token;

    @BeforeEach
    void adminIsSignedIn() {
        house.becomeEmpty();
        plexTv.behave();
        cinema.connect();
        token = house.tokenOf(house.sessionOf(house.resident("users:manage", "audit:read")));
    }

    @AfterEach
    void plexTvBehaves() {
        plexTv.behave();
    }

    @Test
    void ownersFriendsAreListed() {
        ownerIsLinked();
        Person ben = plexTv.settle("ben", "Ben", Share.ACCEPTED);
        Person pia = plexTv.settle("pia", "Pia", Share.PENDING);
        Person dev = plexTv.settle("", "Dev", Share.ACCEPTED);
        plexTv.settle("frank", "Frank", Share.NONE);
        cinema.enter(plexTv, ben);

        Response friends = asAdmin().get(FRIENDS);

        friends.then().statusCode(200).body("items.title", containsInAnyOrder("Ben", "Pia", "Dev"));
        assertThat(field(friends, ben, "hasAccount")).isEqualTo(true);
        assertThat(field(friends, ben, "pending")).isEqualTo(false);
        assertThat(field(friends, pia, "hasAccount")).isEqualTo(false);
        assertThat(field(friends, pia, "pending")).isEqualTo(true);
        assertThat(field(friends, dev, "username")).isNull();
        assertThat(field(friends, ben, "thumb"))
                .as("a picture that is not at an https address")
                .isNull();
    }

    @Test
    void importedFriendIsThereBeforeTheyComeAndIsThemWhenTheyDo() {
        ownerIsLinked();
        Person ben = plexTv.settle("Ben", "Ben of the Cinema", Share.ACCEPTED);
        Person frank = plexTv.settle("frank", "Frank", Share.NONE);

        Response imported =
                importFriends(ben.plexId(), frank.plexId()).extract().response();

        assertThat(imported.<List<String>>path("imported.username")).containsExactly("ben");
        assertThat(imported.<List<String>>path("imported.plexStanding")).containsExactly("IMPORTED");
        assertThat(imported.<List<String>>path("imported[0].permissions")).contains("requests:create");
        assertThat(imported.<List<Long>>path("refused.plexId")).containsExactly(frank.plexId());
        importFriends(ben.plexId())
                .body("imported", hasSize(0))
                .body("refused.reason", contains("This person has an account already."));
        String id = cinema.enter(plexTv, ben).path("me.id");
        assertThat(imported.<List<String>>path("imported.id")).containsExactly(id);
        asAdmin()
                .get("/api/v1/users/audit?limit=100")
                .then()
                .body("items.findAll { it.action == 'IMPORTED' }.subject", contains("ben"));
    }

    @Test
    void withoutTheOwnerNobodyKnowsTheFriends() {
        asAdmin().get(FRIENDS).then().statusCode(409).body("code", equalTo("PLEX_OWNER_NOT_LINKED"));
        importFriendsOf(1L).statusCode(409).body("code", equalTo("PLEX_OWNER_NOT_LINKED"));
    }

    @Test
    void ownerWhoIsNoAdminHereDoesNotSayTheirFriends() {
        cinema.enter(plexTv, plexTv.settle("olga", "Olga", Share.OWNER));

        asAdmin().get(FRIENDS).then().statusCode(409).body("code", equalTo("PLEX_OWNER_NOT_LINKED"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><MediaContainer><User id=\"1\" title=\"&x;\"/></MediaContainer>",
                "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;\">]><MediaContainer>&y;</MediaContainer>",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><MediaContainer/>",
                "<html><body>Sorry</body></html>",
                "<MediaContainer><User id=\"",
                "{\"MediaContainer\":{}}",
                "<MediaContainer><User id=\"-\" title=\"x\"/></MediaContainer>",
                ""
            })
    void otherThanAListOfPeopleIsNotRead(String lie) {
        ownerIsLinked();
        plexTv.lie("/api/users", 200, "application/xml", lie);

        asAdmin().get(FRIENDS).then().statusCode(503).body("code", equalTo("PLEX_AWAY"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"plexIds\":[]}", "{\"plexIds\":[0]}", "{\"plexIds\":[\"a\"]}", "{\"plexIds\":[null]}"})
    void badImportIsRefused(String body) {
        asAdmin()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/users/import")
                .then()
                .statusCode(400);
    }

    private void ownerIsLinked() {
        PlexBrowser browser = PlexBrowser.begin("BROWSER", token);
        plexTv.claim(browser.code(), plexTv.settle("olga", "Olga", Share.OWNER));
        browser.await("SIGNED_IN");
    }

    private ValidatableResponse importFriends(Long... plexIds) {
        return importFriendsOf(plexIds).statusCode(200);
    }

    private ValidatableResponse importFriendsOf(Long... plexIds) {
        return asAdmin()
                .contentType(ContentType.JSON)
                .body(Map.of("plexIds", List.of(plexIds)))
                .post("/api/v1/users/import")
                .then();
    }

    private RequestSpecification asAdmin() {
        return given().auth().oauth2(token);
    }

    private static Object field(Response friends, Person person, String field) {
        return friends.path("items.find { it.plexId == " + person.plexId() + "L }." + field);
    }
}
