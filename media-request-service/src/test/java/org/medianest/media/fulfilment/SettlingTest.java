package org.medianest.media.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SettlingTest {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 7); // where nanoTime may be, too
    private final Settling settling = new Settling(time::get);
    private final UUID order = UUID.randomUUID();

    @Test
    void waitBeginsWhenItIsFirstAsked() {
        assertThat(settling.isOver(order, LONGEST)).isFalse();

        pass(LONGEST.minusNanos(1));

        assertThat(settling.isOver(order, LONGEST)).isFalse();
        assertThat(settling.isOver(UUID.randomUUID(), LONGEST)).isFalse();
    }

    @Test
    void waitIsOverAfterTheLongestTime() {
        settling.isOver(order, LONGEST);

        pass(LONGEST);

        assertThat(settling.isOver(order, LONGEST)).isTrue();
    }

    @Test
    void whatIsForgottenIsWaitedForAnew() {
        settling.isOver(order, LONGEST);
        pass(LONGEST);

        settling.forget(order);

        assertThat(settling.isOver(order, LONGEST)).isFalse();
    }

    private void pass(Duration some) {
        time.addAndGet(some.toNanos());
    }
}
