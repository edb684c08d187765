package org.medianest.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.RawHttp;
import org.medianest.gateway.testing.RawHttp.Answer;

/** What a client sends, and how much of it. */
@QuarkusTest
@WithTestResource(House.class)
class ProxiedBodyTest {
    @Test
    void aBodyThatIsAnnouncedTooLargeIsRefused() throws IOException {
        Answer answer = RawHttp.send(
                RestAssured.port,
                "POST /api/v1/auth/sessions HTTP/1.1\r\nHost: g\r\nContent-Length: 65537\r\n\r\n" + "x".repeat(65537));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"TOO_LARGE\"");
    }

    @Test
    void aBodyThatTurnsOutTooLargeIsRefused() throws IOException {
        String chunk = "4000\r\n" + "x".repeat(0x4000) + "\r\n";

        Answer answer = RawHttp.send(
                RestAssured.port,
                "POST /api/v1/auth/sessions HTTP/1.1\r\nHost: g\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunk.repeat(5)
                        + "0\r\n\r\n");

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"TOO_LARGE\"");
    }

    @Test
    void aLengthThatIsNoNumberIsRefused() throws IOException {
        Answer answer = RawHttp.send(
                RestAssured.port,
                "POST /api/v1/auth/sessions HTTP/1.1\r\nHost: g\r\nConnection: close\r\nContent-Length: 999999999999999999999\r\n\r\n");

        assertThat(answer.status()).isIn(400, 413);
    }

    @Test
    void chunksWithinTheLimitArriveInOnePiece() throws IOException {
        Answer answer = RawHttp.send(
                RestAssured.port,
                "POST /api/v1/auth/sessions HTTP/1.1\r\nHost: g\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                        + "3\r\nabc\r\n3\r\ndef\r\n0\r\n\r\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("\"body\":\"abcdef\"").contains("\"content-length\":\"6\"");
    }
}
