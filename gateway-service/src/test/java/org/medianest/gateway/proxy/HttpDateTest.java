package org.medianest.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class HttpDateTest {
    private final HttpDate date = new HttpDate();

    @Test
    void isWrittenAsHttpWantsIt() {
        assertThat(at("1994-11-06T08:49:37.900Z")).isEqualTo("Sun, 06 Nov 1994 08:49:37 GMT");
    }

    @Test
    void goesOnWithTheSecond() {
        at("1994-11-06T08:49:37.999Z");

        assertThat(at("1994-11-06T08:49:38Z")).isEqualTo("Sun, 06 Nov 1994 08:49:38 GMT");
    }

    private String at(String instant) {
        return date.of(Instant.parse(instant).toEpochMilli()).toString();
    }
}
