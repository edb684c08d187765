package org.medianest.gateway.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final Circuit circuit = new Circuit(3, Duration.ofSeconds(2), new Clock() {
        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    });

    @Test
    void opensAfterFailuresInARow() {
        circuit.failed();
        circuit.failed();
        assertThat(circuit.refusal()).isEmpty();

        circuit.failed();

        assertThat(circuit.refusal()).contains(Duration.ofSeconds(2));
        assertThat(circuit.isClosed()).isFalse();
    }

    @Test
    void aSuccessForgivesFailures() {
        circuit.failed();
        circuit.failed();
        circuit.succeeded();
        circuit.failed();

        assertThat(circuit.refusal()).isEmpty();
    }

    @Test
    void afterThePauseOneMayTry() {
        open();
        now.set(now.get().plusSeconds(2));

        assertThat(circuit.refusal()).isEmpty();
        assertThat(circuit.refusal()).contains(Duration.ofSeconds(2));
    }

    @Test
    void aSuccessfulTryCloses() {
        open();
        now.set(now.get().plusSeconds(2));
        assertThat(circuit.refusal()).isEmpty();

        circuit.succeeded();

        assertThat(circuit.isClosed()).isTrue();
    }

    @Test
    void aFailedTryOpensAgain() {
        open();
        now.set(now.get().plusSeconds(2));
        assertThat(circuit.refusal()).isEmpty();

        circuit.failed();

        assertThat(circuit.refusal()).contains(Duration.ofSeconds(2));
    }

    @Test
    void aTryThatNeverReportsDoesNotLockForEver() {
        open();
        now.set(now.get().plusSeconds(2));
        assertThat(circuit.refusal()).isEmpty();

        now.set(now.get().plusSeconds(2));

        assertThat(circuit.refusal()).isEmpty();
    }

    private void open() {
        circuit.failed();
        circuit.failed();
        circuit.failed();
    }
}
