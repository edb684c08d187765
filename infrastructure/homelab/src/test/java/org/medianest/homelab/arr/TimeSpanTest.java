package org.medianest.homelab.arr;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimeSpanTest {
    @Test
    void isWrittenInHoursMinutesAndSeconds() {
        assertThat(TimeSpan.of(Duration.ofMinutes(12).plusSeconds(30))).isEqualTo("00:12:30");
    }

    @Test
    void hasDaysBeforeAPointFromADayOn() {
        assertThat(TimeSpan.of(Duration.ofHours(49).plusSeconds(1))).isEqualTo("2.01:00:01");
    }
}
