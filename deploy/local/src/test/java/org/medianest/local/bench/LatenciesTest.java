package org.medianest.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.medianest.local.place.Refusal;

class LatenciesTest {
    @Test
    void sharesAreOfTheNearestRankWhateverTheOrder() {
        long[] nanos = LongStream.rangeClosed(1, 200)
                .map(millis -> (201 - millis) * 1_000_000)
                .toArray();

        Latencies latencies = new Latencies(nanos, Duration.ofSeconds(2));

        assertThat(latencies.millis(0.5)).isEqualTo(100);
        assertThat(latencies.millis(0.99)).isEqualTo(198);
        assertThat(latencies.millis(1)).isEqualTo(200);
        assertThat(latencies.perSecond()).isEqualTo(100);
    }

    @Test
    void nothingMeasuredIsNoFigure() {
        assertThatThrownBy(() -> new Latencies(new long[0], Duration.ofSeconds(1)))
                .isInstanceOf(Refusal.class);
    }
}
