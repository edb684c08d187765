package org.medianest.commons.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceIdTest {
    @Test
    void requestKeepsItsTrace() {
        String traceparent = TraceId.newTraceparent();

        assertThat(TraceId.of(traceparent)).isEqualTo(traceparent.substring(3, 35));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "00-zz-yy-01", "00-0123456789abcdef0123456789ABCDEF-0123456789abcdef-01", "x\r\ny"})
    void malformedTraceIsReplaced(String traceparent) {
        assertThat(TraceId.of(traceparent)).matches("[0-9a-f]{32}");
    }
}
