package org.medianest.auth.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A browser in which somebody signs in with Plex. */
public final class PlexBrowser {
    public static final String PINS = "/api/v1/auth/plex/pins";
    public static final String SERVERS = "/api/v1/auth/plex/servers";
    public static final String COOKIE = "medianest-sign-in";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final Duration SOON = Duration.ofSeconds(60);

    private final String place;
    private final @Nullable String token;
    private final Response begun;

    private PlexBrowser(String place, Response begun, @Nullable String token) {
        this.place = place;
        this.begun = begun;
        this.token = token;
    }

    /** Somebody presses "Sign in with Plex". */
    public static PlexBrowser begin() {
        return begin("BROWSER", null);
    }

    /** @param token of somebody who is signed in already */
    public static PlexBrowser begin(String method, @Nullable String token) {
        Response begun = tryToBegin(method, token, UUID.randomUUID().toString());
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
        return new PlexBrowser(PINS, begun, token);
    }

    /** An admin looks for the server to connect. */
    public static PlexBrowser search(String token) {
        Response begun = as(token)
                .contentType(ContentType.JSON)
                .header("X-Forwarded-For", UUID.randomUUID().toString())
                .body(Map.of("method", "BROWSER"))
                .post(SERVERS);
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
        return new PlexBrowser(SERVERS, begun, token);
    }

    public static Response tryToBegin(String method, @Nullable String token, String address) {
        return as(token)
                .contentType(ContentType.JSON)
                .header("X-Forwarded-For", address)
                .body(Map.of("method", method, "staySignedIn", false))
                .post(PINS);
    }

    /** What the service said at the beginning. */
    public Response begun() {
        return begun;
    }

    public String id() {
        return begun.path("id");
    }

    public String cookie() {
        return begun.cookie(COOKIE);
    }

    /** What Plex shows, or reads from its address. */
    public String code() {
        String typed = begun.path("code");
        if (typed != null) {
            return typed;
        }
        Matcher matcher = CODE.matcher(begun.<String>path("authUrl"));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    /** Asks how far it is. */
    public Response look() {
        return as(token).cookie(COOKIE, cookie()).get(place + "/" + id());
    }

    /** Asks until it is so far. */
    public Response await(String state) {
        AtomicReference<Response> last = new AtomicReference<>();
        Awaitility.await().atMost(SOON).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            Response answer = look();
            assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
            assertThat(answer.<String>path("state")).as(answer.asString()).isEqualTo(state);
            last.set(answer);
        });
        return last.get();
    }

    private static RequestSpecification as(@Nullable String token) {
        return token == null ? given() : given().auth().oauth2(token);
    }
}
