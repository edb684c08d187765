package org.medianest.auth.notification.preference;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.House;

@AuthServiceTest
class PreferenceResourceTest {
    private static final String PATH = "/api/v1/notifications/preferences";

    @Inject
    House house;

    private String token;

    @BeforeEach
    void somebodyIsSignedIn() {
        token = house.tokenOf(house.sessionOf(house.resident()));
    }

    @Test
    void whoHasSaidNothingIsToldByAllWaysThatAreThere() {
        find().statusCode(200)
                .body("mail", equalTo(true))
                .body("address", nullValue())
                .body("mailConfigured", equalTo(true))
                .body("push", equalTo(true))
                .body("language", equalTo("EN"));
    }

    @Test
    void languageStaysUntilAnotherIsSaid() {
        put(true, null, "DE").statusCode(200).body("language", equalTo("DE"));

        put(false, "ada@example.org").statusCode(200).body("language", equalTo("DE"));

        find().body("language", equalTo("DE"));
        put(false, "ada@example.org", "FR").statusCode(200).body("language", equalTo("FR"));
        put(false, "ada@example.org", "XX").statusCode(400);
        find().body("language", equalTo("FR"));
    }

    @Test
    void whatIsSaidIsKeptAndCanBeTakenBack() {
        put(true, "ada.l+nest@mail.example.org").statusCode(200);
        find().body("address", equalTo("ada.l+nest@mail.example.org"));

        put(false, null).statusCode(200).body("mail", equalTo(false)).body("address", nullValue());

        find().body("mail", equalTo(false)).body("address", nullValue());
    }

    @Test
    void everybodyHasTheirOwn() {
        put(false, "ada@example.org").statusCode(200);

        String bobs = house.tokenOf(house.sessionOf(house.resident()));

        given().auth().oauth2(bobs).get(PATH).then().body("mail", equalTo(true)).body("address", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@example.org\r\nBcc: eve@evil.example",
                "ada@example.org\n",
                "ada@example.org,eve@evil.example",
                "ada@example.org eve@evil.example",
                "Ada <ada@example.org>",
                "<ada@example.org>",
                "\"ada\"@example.org",
                "ada@[127.0.0.1]",
                "ada@example..org",
                "ada@-example.org",
                "ada@exämple.org",
                "ada@example.org\u0000",
                "ada@@example.org",
                "@example.org",
                "ada@",
                "ada",
                " ",
                ""
            })
    void whatIsNotOneAddressIsRefused(String forged) {
        put(true, forged)
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo("address"));

        find().body("address", nullValue());
    }

    @Test
    void addressThatIsTooLongIsRefused() {
        put(true, "a@" + "b".repeat(60) + (".c" + "d".repeat(59)).repeat(4)).statusCode(400);
    }

    @Test
    void whatIsLeftOutIsRefused() {
        given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("address", "ada@example.org"))
                .put(PATH)
                .then()
                .statusCode(400);
    }

    private ValidatableResponse find() {
        return given().auth().oauth2(token).get(PATH).then();
    }

    private ValidatableResponse put(boolean mail, @Nullable String address) {
        return put(mail, address, null);
    }

    private ValidatableResponse put(boolean mail, @Nullable String address, @Nullable String language) {
        Map<String, Object> body = new HashMap<>();
        if (language != null) {
            body.put("language", language);
        }
        body.put("mail", mail);
        body.put("address", address);
        body.put("push", true);
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .put(PATH)
                .then();
    }
}
