package org.medianest.compose.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.compose.nginx.RawHttp.Answer;

/** What nginx does not let in or out. */
interface RefusingTest extends Site {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/users;x",
                "/api/v1/users%3bx",
                "/api/v1%2Fusers",
                "/api/v1%2fusers",
                "/api\\v1",
                "/api%5Cv1",
                "/api/%00",
                "/api//v1/users",
                "//api/v1/users",
                "/api/../internal",
                "/api/./v1",
                "/api/v1/..",
                "/api/%2e%2e/internal",
                "/api/.%2E/internal",
                "/../../etc/passwd",
                "/api/%",
                "/api/%zz",
                "/%c0%ae%c0%ae/..;/x"
            })
    default void oddSpellingsOfAPathAreRefusedBeforeAnyoneReadsThem(String path) throws IOException {
        assertRefusedByNginx(site().get(path), 400, "BAD_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/q/health",
                "/Q/metrics",
                "/q",
                "/metrics",
                "/internal/v1/tokens",
                "/.well-known/jwks.json",
                "/.env",
                "/.git/config",
                "/api",
                "/ws",
                "/problem/400"
            })
    default void whatIsNotForTheOutsideHasNoWayIn(String path) throws IOException {
        assertRefusedByNginx(site().get(path), 404, "NOT_FOUND");
    }

    @Test
    default void bodyOfAMebibytePassesAndOneByteMoreDoesNot() throws IOException, InterruptedException {
        String fits = "x".repeat(1 << 20);

        assertThat(site().send("POST", "/api/v1/downloads", fits).status()).isEqualTo(200);
        gateway().request();
        assertRefusedByNginx(site().send("POST", "/api/v1/downloads", fits + "x"), 413, "TOO_LARGE");
    }

    @Test
    default void addressThatIsTooLongIsAProblem() throws IOException {
        Problems.assertProblem(site().get("/" + "x".repeat(40_000)), 414, "URI_TOO_LONG");
    }

    @Test
    default void answerOfAnyOtherAddressCannotSendNginxForAFile() throws IOException {
        gateway().answer(FakeGateway.ok("X-Accel-Redirect: /index.html\r\nX-Accel-Limit-Rate: 1\r\n"));

        Answer answer = site().get("/api/v1/downloads");

        assertThat(answer.body()).isEqualTo("{}");
        assertThat(answer.head()).doesNotContain("X-Accel");
    }

    private void assertRefusedByNginx(Answer answer, int status, String code) {
        Problems.assertProblem(answer, status, code);
        assertThat(gateway().sawNothing()).isTrue();
    }
}
