package org.medianest.media.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Circuit circuit = new Circuit(2, PAUSE, new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    });

    @Test
    void failingSystemIsLeftAloneForThePause() {
        circuit.failed();
        assertThat(circuit.lets()).isTrue();

        circuit.failed();

        assertThat(circuit.lets()).isFalse();
        now = now.plus(PAUSE);
        assertThat(circuit.lets()).isTrue();
    }

    @Test
    void afterThePauseOneTriesAndItsOutcomeDecides() {
        circuit.failed();
        circuit.failed();
        now = now.plus(PAUSE);

        assertThat(circuit.lets()).isTrue();
        assertThat(circuit.lets()).isFalse();
        circuit.succeeded();
        assertThat(circuit.lets()).isTrue();
        assertThat(circuit.lets()).isTrue();
    }

    @Test
    void systemThatWantsAPauseGetsIt() {
        circuit.rest(Duration.ofSeconds(3));

        assertThat(circuit.lets()).isFalse();
        now = now.plusSeconds(3);
        assertThat(circuit.lets()).isTrue();
    }
}
