package org.medianest.commons.circuit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private static final int FAILURES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration A_MOMENT = Duration.ofSeconds(3);

    /** Close to its end: a steady clock may start anywhere and goes on beyond the largest number. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1);

    private final Circuit circuit = new Circuit(FAILURES, PAUSE, now::get);

    @Test
    void someFailuresAreBorne() {
        fail(FAILURES - 1);

        assertThat(circuit.lets()).isTrue();
        assertThat(circuit.lets()).isTrue();
        assertThat(circuit.isClosed()).isTrue();
    }

    @Test
    void afterFailuresInARowNobodyPasses() {
        fail(FAILURES);

        assertThat(circuit.refusal()).contains(PAUSE);
        assertThat(circuit.lets()).isFalse();
        assertThat(circuit.isClosed()).isFalse();
    }

    @Test
    void aRefusalSaysHowLongIsLeft() {
        fail(FAILURES);

        pass(A_MOMENT);

        assertThat(circuit.refusal()).contains(PAUSE.minus(A_MOMENT));
    }

    @Test
    void aSuccessForgivesFailures() {
        fail(FAILURES - 1);
        circuit.succeeded();

        fail(FAILURES - 1);

        assertThat(circuit.lets()).isTrue();
    }

    @Test
    void afterThePauseOneMayTry() {
        fail(FAILURES);

        pass(PAUSE);

        assertThat(circuit.isClosed()).isFalse();
        assertThat(circuit.lets()).isTrue();
        assertThat(circuit.refusal()).contains(PAUSE);
        assertThat(circuit.isClosed()).isFalse();
    }

    @Test
    void aSuccessfulTryCloses() {
        halfOpen();

        circuit.succeeded();

        assertThat(circuit.isClosed()).isTrue();
        assertThat(circuit.lets()).isTrue();
        assertThat(circuit.lets()).isTrue();
    }

    @Test
    void aFailedTryOpensAgain() {
        halfOpen();
        pass(A_MOMENT);

        circuit.failed();

        assertThat(circuit.refusal()).contains(PAUSE);
    }

    @Test
    void aTryThatNeverReportsDoesNotLockForEver() {
        halfOpen();

        pass(PAUSE);

        assertThat(circuit.lets()).isTrue();
        assertThat(circuit.lets()).isFalse();
    }

    @Test
    void aLateFailureOfACallFromBeforeProlongsThePause() {
        fail(FAILURES);
        pass(A_MOMENT);

        circuit.failed();

        assertThat(circuit.refusal()).contains(PAUSE);
    }

    @Test
    void whoWantsARestGetsIt() {
        circuit.rest(A_MOMENT);

        assertThat(circuit.refusal()).contains(A_MOMENT);
        assertThat(circuit.isClosed()).isFalse();

        pass(A_MOMENT);

        assertThat(circuit.lets()).isTrue();
        assertThat(circuit.lets()).isTrue();
        assertThat(circuit.isClosed()).isTrue();
    }

    @Test
    void aRestForgivesNoFailures() {
        fail(FAILURES - 1);
        circuit.rest(A_MOMENT);
        pass(A_MOMENT);

        circuit.failed();

        assertThat(circuit.refusal()).contains(PAUSE);
    }

    @Test
    void aFailureOfACallFromBeforeDoesNotEndTheRest() {
        circuit.rest(A_MOMENT);

        circuit.failed();

        assertThat(circuit.refusal()).contains(A_MOMENT);
    }

    @Test
    void ofManyThatAskAtOnceOneMayTry() throws Exception {
        fail(FAILURES);
        pass(PAUSE);

        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> asks = circuit::lets;
            long tries = callers.invokeAll(Collections.nCopies(200, asks)).stream()
                    .filter(Future::resultNow)
                    .count();

            assertThat(tries).isEqualTo(1);
        }
    }

    @Test
    void timePassesByItself() {
        Circuit real = new Circuit(1, Duration.ofHours(1));

        real.failed();

        assertThat(real.refusal())
                .hasValueSatisfying(left -> assertThat(left).isPositive().isLessThanOrEqualTo(Duration.ofHours(1)));
    }

    private void halfOpen() {
        fail(FAILURES);
        pass(PAUSE);
        assertThat(circuit.lets()).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            circuit.failed();
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
