package org.medianest.auth.plextv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private final AtomicLong now = new AtomicLong();
    private final Circuit circuit = new Circuit(now::get);

    @Test
    void someQuestionsWithoutAnAnswerAreAsked() {
        for (int i = 0; i < Circuit.PATIENCE; i++) {
            assertThat(circuit.lets()).isTrue();
            circuit.unanswered();
        }

        assertThat(circuit.lets()).isFalse();
    }

    @Test
    void answerBeginsAnew() {
        fail(Circuit.PATIENCE - 1);
        circuit.answered();

        fail(Circuit.PATIENCE - 1);

        assertThat(circuit.lets()).isTrue();
    }

    @Test
    void afterTheRestOneQuestionIsLetThrough() {
        fail(Circuit.PATIENCE);

        now.addAndGet(Circuit.REST.toNanos());

        assertThat(circuit.lets()).isTrue();
        assertThat(circuit.lets()).isFalse();
        circuit.answered();
        assertThat(circuit.lets()).isTrue();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            circuit.unanswered();
        }
    }
}
