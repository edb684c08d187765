package org.medianest.media.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeSpanTest {
    @ParameterizedTest
    @CsvSource({"00:12:30, 750", "1.02:03:04, 93784", "23:59:59.9999999, 86399", "10.00:00:00, 864000", "00:00:00, 0"})
    void durationOfDotNetIsRead(String text, long seconds) {
        assertThat(TimeSpan.seconds(text)).contains(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-00:01:00", "12", "1:2:3", "00:00", "999999999999.00:00:00"})
    void everythingElseIsUnknown(String text) {
        assertThat(TimeSpan.seconds(text)).isEmpty();
    }
}
