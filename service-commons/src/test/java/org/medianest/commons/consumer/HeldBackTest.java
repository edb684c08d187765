package org.medianest.commons.consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.EntryId;

class HeldBackTest {
    private static final long NOW = -5; // nanoTime may be negative

    private final HeldBack held = new HeldBack(Duration.ofMillis(100), new Random(7));

    @Test
    void subjectComesBackWholeAndInOrderWhenItsTimeHasCome() {
        held.add("a", delivery(1));
        held.postpone("a", 1, NOW);
        held.add("a", delivery(2));

        assertThat(held.takeDue(NOW + Duration.ofMillis(74).toNanos())).isEmpty();
        assertThat(held.holds("a")).isTrue();
        assertThat(held.takeDue(NOW + Duration.ofMillis(126).toNanos()))
                .containsExactly(List.of(delivery(1), delivery(2)));
        assertThat(held.holds("a")).isFalse();
        assertThat(held.size()).isZero();
    }

    @Test
    void pauseDoublesAndEndsAtHalfAMinute() {
        assertThat(held.pause(1)).isBetween(Duration.ofMillis(75), Duration.ofMillis(125));
        assertThat(held.pause(4)).isBetween(Duration.ofMillis(600), Duration.ofMillis(1000));
        assertThat(held.pause(60)).isBetween(Duration.ofMillis(22_500), Duration.ofMillis(37_500));
    }

    private static Delivery delivery(long number) {
        return new Delivery(new EntryId(number, 0), "", null, null);
    }
}
