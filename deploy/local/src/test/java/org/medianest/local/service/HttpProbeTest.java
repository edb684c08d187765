package org.medianest.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpProbeTest {

    @Test
    void statusAndBodyAreRead() {
        assertThat(HttpProbe.parse("HTTP/1.1 503 Service Unavailable\r\nA: b\r\n\r\n{\"status\": \"DOWN\"}"))
                .contains(new HttpProbe.Answer(503, "{\"status\": \"DOWN\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SSH-2.0-OpenSSH_9.2\r\n", "HTTP/1.1 OK", "HTTP/2"})
    void whatIsNotHttpIsNoAnswer(String text) {
        assertThat(HttpProbe.parse(text)).isEmpty();
    }
}
