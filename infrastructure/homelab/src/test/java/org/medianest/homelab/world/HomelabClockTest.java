package org.medianest.homelab.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HomelabClockTest {
    private final HomelabClock clock = new HomelabClock();
    private final List<String> happened = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        clock.close();
    }

    @Test
    void advancingBringsWhatFallsDueInOrder() {
        clock.after(Duration.ofHours(2), () -> happened.add("second"));
        clock.after(Duration.ofHours(1), () -> happened.add("first"));
        clock.after(Duration.ofHours(9), () -> happened.add("never"));

        clock.advance(Duration.ofHours(3));

        assertThat(happened).containsExactly("first", "second");
    }

    @Test
    void whatFollowsOnTheWayHappensToo() {
        clock.after(Duration.ofSeconds(10), () -> clock.after(Duration.ofSeconds(10), () -> happened.add("it")));

        clock.advance(Duration.ofSeconds(25));

        assertThat(happened).containsExactly("it");
    }

    @Test
    void fasterClockBringsItSooner() {
        clock.after(Duration.ofHours(1), () -> happened.add("it"));

        clock.setSpeed(36_000);

        await().untilAsserted(() -> assertThat(happened).containsExactly("it"));
    }

    @Test
    void resetGoesBackToTheRealTimeAndForgets() {
        clock.after(Duration.ofHours(1), () -> happened.add("it"));
        clock.advance(Duration.ofMinutes(59));

        clock.reset();
        clock.advance(Duration.ofHours(2));

        assertThat(happened).isEmpty();
        assertThat(clock.now()).isBefore(Instant.now().plus(Duration.ofMinutes(121)));
    }
}
