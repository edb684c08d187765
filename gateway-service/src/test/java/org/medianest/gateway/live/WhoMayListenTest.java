package org.medianest.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.AuthEvent.SessionRevoked;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.identity.SessionKeys;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;
import org.medianest.gateway.testing.RawHttp;
import org.medianest.gateway.testing.TestSocket;

@QuarkusTest
@WithTestResource(House.class)
class WhoMayListenTest extends Listening {
    private static final String HANDSHAKE = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    @Test
    void signingOutClosesTheSocketsOfThatSession() throws Exception {
        try (TestSocket socket = open(alice, null)) {
            socket.next();

            redis.key().del(alice.key());
            say(EventStream.AUTH, new SessionRevoked(alice.session(), alice.user()));

            assertThat(socket.closedWith(Duration.ofSeconds(1))).isEqualTo(4401);
        }
    }

    @Test
    void aSessionThatEndsWithoutAWordClosesItsSocketsToo() throws Exception {
        try (TestSocket socket = open(alice, null)) {
            socket.next();

            redis.key().del(alice.key());

            assertThat(socket.closedWith(Duration.ofSeconds(5))).isEqualTo(4401);
        }
    }

    @Test
    void aPermissionThatIsTakenAwayCountsSoon() throws Exception {
        Person curator = Person.signedIn(redis, Permission.DOWNLOADS_MANAGE);
        try (TestSocket socket = open(curator, null)) {
            socket.next();
            cancelled(alice);
            assertThat(socket.next()).contains("cancelled");

            redis.hash(String.class).hset(curator.key(), SessionKeys.PERMISSIONS, "");

            await().untilAsserted(() -> {
                cancelled(alice);
                assertThat(socket.drain()).isZero();
            });
        }
    }

    @Test
    void anotherSiteMayNotListen() throws IOException {
        RawHttp.Answer answer = upgrade("Origin: http://foreign.example\r\nCookie: " + alice.cookie() + "\r\n");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"CROSS_SITE\"");
    }

    @Test
    void withoutAnOriginNobodyMayListen() throws IOException {
        assertThat(upgrade("Cookie: " + alice.cookie() + "\r\n").status()).isEqualTo(403);
        assertThat(upgrade("Origin: null\r\nCookie: " + alice.cookie() + "\r\n").status())
                .isEqualTo(403);
    }

    @Test
    void withoutASessionNobodyMayListen() throws IOException {
        RawHttp.Answer answer = upgrade("Origin: http://gateway\r\n");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"UNAUTHENTICATED\"");
        assertThat(upgrade("Origin: http://gateway\r\nCookie: medianest=0123456789012345678901234567890\r\n")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whoDoesNotUpgradeIsToldTo() {
        given().header("Cookie", alice.cookie())
                .get("/ws/v1/events")
                .then()
                .statusCode(426)
                .body("code", equalTo("UPGRADE_REQUIRED"));
    }

    private RawHttp.Answer upgrade(String headers) throws IOException {
        return RawHttp.send(
                RestAssured.port,
                "GET /ws/v1/events HTTP/1.1\r\nHost: gateway\r\n"
                        + HANDSHAKE.replace("Connection: Upgrade", "Connection: Upgrade, close") + headers + "\r\n");
    }
}
