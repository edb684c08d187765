package org.medianest.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void waitsLongerEachTimeAndGivesUpAtTheFifth() {
        BackOff one = BackOff.fresh().diedAt(NOON);
        BackOff two = one.diedAt(NOON.plusSeconds(1));
        BackOff three = two.diedAt(NOON.plusSeconds(3));
        BackOff four = three.diedAt(NOON.plusSeconds(7));
        BackOff five = four.diedAt(NOON.plusSeconds(15));

        assertThat(one.delay()).contains(Duration.ofSeconds(1));
        assertThat(two.delay()).contains(Duration.ofSeconds(2));
        assertThat(three.delay()).contains(Duration.ofSeconds(4));
        assertThat(four.delay()).contains(Duration.ofSeconds(8));
        assertThat(five.delay()).isEmpty();
    }

    @Test
    void deathsOfLongAgoAreForgotten() {
        BackOff backOff = BackOff.fresh();
        for (int i = 0; i < 20; i++) {
            backOff = backOff.diedAt(NOON.plusSeconds(i * 61L));
        }

        assertThat(backOff.delay()).contains(Duration.ofSeconds(1));
    }
}
