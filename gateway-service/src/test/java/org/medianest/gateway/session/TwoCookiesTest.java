package org.medianest.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;
import org.medianest.gateway.testing.RawHttp;
import org.medianest.gateway.testing.RawHttp.Answer;

/** A site beside ours can plant a cookie of the same name. Which of two is ours nobody can tell, so neither counts, in whatever order. */
@QuarkusTest
@WithTestResource(House.class)
class TwoCookiesTest {
    @Inject
    RedisDataSource redis;

    private Person alice;
    private Person mallory;

    @BeforeEach
    void bothAreSignedIn() {
        alice = Person.signedIn(redis);
        mallory = Person.signedIn(redis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALICE; MALLORY",
                "MALLORY; ALICE",
                "ALICE | MALLORY",
                "MALLORY | ALICE",
                "medianest=forged; ALICE",
                "medianest=forged | ALICE",
                "medianest=; ALICE",
                "ALICE; medianest=",
                " medianest =forged; ALICE",
                "theme=dark; MALLORY | lang=de; ALICE",
                "ALICE | ALICE; MALLORY"
            })
    void ofTwoDifferentOnesNoneCountsAnywhere(String cookies) throws IOException {
        Answer api = ask("GET /api/v1/downloads HTTP/1.1", cookies);
        Answer signOut = ask("DELETE /api/v1/auth/sessions/current HTTP/1.1", cookies, "Origin: http://gateway");
        Answer socket = ask("GET /ws/v1/events HTTP/1.1", cookies, handshake());

        assertThat(api.status()).isEqualTo(401);
        assertThat(api.body()).contains("\"code\":\"UNAUTHENTICATED\"");
        assertThat(socket.status()).isEqualTo(401);
        assertThat(signOut.status()).isEqualTo(200);
        assertThat(signOut.body()).doesNotContain(alice.rawSession(), mallory.rawSession(), Person.TOKEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALICE; ALICE",
                "ALICE | ALICE",
                "theme=dark | ALICE",
                "ALICE | theme=dark; lang=de",
                "Medianest=forged; ALICE",
                "xmedianest=forged | ALICE",
                "__Host-medianest=forged; ALICE",
                "medianest; ALICE"
            })
    void oneThatIsSentTwiceOrBesideOthersIsOne(String cookies) throws IOException {
        Answer api = ask("GET /api/v1/downloads HTTP/1.1", cookies);
        Answer auth = ask("GET /api/v1/auth/me HTTP/1.1", cookies);

        assertThat(api.status()).isEqualTo(200);
        assertThat(api.body()).contains("Bearer " + Person.TOKEN).doesNotContain(alice.rawSession());
        assertThat(auth.body()).contains("\"" + alice.cookie() + "\"");
    }

    @Test
    void oneThatOnlyLooksLikeTwoIsNone() throws IOException {
        assertThat(ask("GET /api/v1/downloads HTTP/1.1", "medianest=\"" + alice.rawSession() + "\"")
                        .status())
                .isEqualTo(401);
        assertThat(ask("GET /api/v1/downloads HTTP/1.1", alice.cookie() + ", " + mallory.cookie())
                        .status())
                .isEqualTo(401);
    }

    /** @param cookies a bar between the lines */
    private Answer ask(String requestLine, String cookies, String... more) throws IOException {
        String written = cookies.replace("ALICE", alice.cookie()).replace("MALLORY", mallory.cookie());
        String[] headers = Stream.concat(
                        Arrays.stream(written.split("\\|")).map(line -> "Cookie: " + line.strip()), Arrays.stream(more))
                .toArray(String[]::new);
        return RawHttp.ask(RestAssured.port, requestLine, headers);
    }

    private static String[] handshake() {
        return new String[] {
            "Origin: http://gateway",
            "Upgrade: websocket",
            "Connection: Upgrade, close",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
        };
    }
}
