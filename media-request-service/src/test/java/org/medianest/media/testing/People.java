package org.medianest.media.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.testing.TestTokens;

/** Those who use the service over HTTP. */
public final class People {
    public static final String INTEGRATIONS = "/api/v1/media/integrations";
    private static final UUID ADMIN = UUID.randomUUID();
    private static final UUID GUEST = UUID.randomUUID();

    private People() {}

    /** A request of somebody who may change the settings. */
    public static RequestSpecification admin() {
        return given().header("Authorization", "Bearer " + TestTokens.of(ADMIN, "olga", Permission.SETTINGS_MANAGE))
                .contentType(ContentType.JSON);
    }

    public static UUID adminId() {
        return ADMIN;
    }

    /** A request of somebody who is signed in, and no more. */
    public static RequestSpecification guest() {
        return given().header("Authorization", "Bearer " + TestTokens.of(GUEST, "ben"))
                .contentType(ContentType.JSON);
    }

    public static ValidatableResponse connect(String kind, String url, String secret) {
        return connect(kind, Map.of("url", url, "secret", secret));
    }

    public static ValidatableResponse connect(String kind, Map<String, ?> request) {
        return admin().body(request).put(INTEGRATIONS + "/" + kind).then();
    }

    public static void disconnect(String kind) {
        admin().delete(INTEGRATIONS + "/" + kind).then().statusCode(204);
    }
}
