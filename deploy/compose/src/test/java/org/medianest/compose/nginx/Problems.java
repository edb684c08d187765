package org.medianest.compose.nginx;

import static org.assertj.core.api.Assertions.assertThat;

import org.medianest.compose.nginx.RawHttp.Answer;

/** What all of nginx's own refusals have in common. */
final class Problems {
    private static final String[] SECURITY_HEADERS = {
        "Content-Security-Policy",
        "X-Content-Type-Options",
        "X-Frame-Options",
        "Referrer-Policy",
        "Permissions-Policy",
        "Cross-Origin-Opener-Policy",
        "Cross-Origin-Resource-Policy"
    };

    private Problems() {}

    static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.head()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.body())
                .contains("\"status\":" + status, "\"code\":\"" + code + "\"")
                .containsPattern("\"traceId\":\"[0-9a-f]{32}\"");
        assertSecurityHeaders(answer);
    }

    static void assertSecurityHeaders(Answer answer) {
        for (String name : SECURITY_HEADERS) {
            assertThat(answer.count(name)).as(name).isEqualTo(1);
        }
    }
}
