package org.medianest.compose.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExpressionsTest {
    @Test
    void functionsLabelsAndWordsAreNoMetrics() {
        assertThat(Expressions.metrics(
                        "sum by (job, le) (rate(a_total{x=\"b{c\"}[5m])) / (max(d:e) > 0) unless on (job) f =="
                                + " 1 or vector(0) and time() - g"))
                .containsExactly("a_total", "d:e", "f", "g");
    }
}
