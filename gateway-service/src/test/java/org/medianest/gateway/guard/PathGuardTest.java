package org.medianest.gateway.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PathGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/downloads",
                "/api/v1/downloads/",
                "/api/v1/downloads/0198c0de-0000-7000-8000-000000000000/file?save=true",
                "/assets/index-B2c_3~.js",
                "/search?q=a;b//c%2F..%00",
                "/films/caf%C3%A9",
                "/a%20b",
                "/a?x[]=1&y=(2)*'3'!$",
                "/.well-known/x",
                "/a..b/c.d"
            })
    void plainPathsPass(String uri) {
        assertThat(PathGuard.refusal(uri)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "api",
                "http://elsewhere/api/v1/downloads",
                "//api/v1/downloads",
                "/api//v1",
                "/api/v1/downloads;x",
                "/api;x/v1/downloads",
                "/api/v1/downloads%3Bx",
                "/api%2Fv1/downloads",
                "/api%2fv1/downloads",
                "/api/v1%5Cdownloads",
                "/api\\v1",
                "/api/./v1",
                "/api/../v1",
                "/api/v1/..",
                "/api/v1/.",
                "/api/%2e%2e/v1",
                "/api/.%2E/v1",
                "/%61pi/v1/downloads",
                "/api/v1/downloads%00",
                "/api/v1/downloads%0d%0aX: y",
                "/api/v1/downloads%7f",
                "/api/%252e%252e/v1",
                "/api/%c0%ae%c0%ae/v1",
                "/api/%c0%af",
                "/api/%ff",
                "/api/%e0%80%af",
                "/api/%",
                "/api/%2",
                "/api/%zz",
                "/api/v1/\u0001",
                "/api/v1/ä",
                "/api/v1#x",
                "/api/v1|x",
                "/api/v1\"x",
                "/api/v1[x]",
                "/api/v1?x=a b",
                "/api/v1?x=a|b",
                "/api/v1?x=%zz",
                "/api/v1?x=1#y",
                "/api/v1?x=\u0007"
            })
    void oddSpellingsAreRefused(String uri) {
        assertThat(PathGuard.refusal(uri))
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.kind().status()).isEqualTo(400));
    }

    @Test
    void overlongAddressesAreRefused() {
        assertThat(PathGuard.refusal("/" + "a".repeat(20_000)))
                .hasValueSatisfying(
                        refusal -> assertThat(refusal.kind().status()).isEqualTo(414));
    }
}
