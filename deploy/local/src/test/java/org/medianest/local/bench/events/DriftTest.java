package org.medianest.local.bench.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.medianest.local.bench.events.Drift.Look;

class DriftTest {

    @Test
    void whatGrowsEvenlyGrowsByItsSlope() {
        Drift drift = new Drift(IntStream.rangeClosed(0, 30)
                .mapToObj(look -> new Look(look / 10.0, 100 + 2 * (look / 10.0)))
                .toList());

        assertThat(drift.slope()).isCloseTo(2, within(1e-9));
        assertThat(drift.first()).isCloseTo(101, within(1e-9));
        assertThat(drift.last()).isCloseTo(105, within(1e-9));
    }

    @Test
    void oneOutlierDoesNotMakeAMinute() {
        Drift drift = new Drift(List.of(new Look(0, 10), new Look(0.5, 90), new Look(1, 10), new Look(2, 10)));

        assertThat(drift.first()).isEqualTo(10);
    }

    @Test
    void oneLookHasNoSlope() {
        assertThat(new Drift(List.of(new Look(0, 10))).slope()).isZero();
    }
}
