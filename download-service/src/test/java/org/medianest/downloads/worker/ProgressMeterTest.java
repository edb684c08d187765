package org.medianest.downloads.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.medianest.downloads.job.Progress;
import org.medianest.downloads.testing.SettableClock;

class ProgressMeterTest {
    private final SettableClock clock = new SettableClock();
    private final ProgressMeter meter = new ProgressMeter(clock);

    @Test
    void oneStreamIsWhatItSays() {
        meter.expect(new Said.Chosen("t", null, null, "18", null));

        meter.note(bytes("18", 250, 1_000L));

        assertThat(meter.progress()).isEqualTo(new Progress(25.0, 250, 1_000L, null, null));
    }

    @Test
    void twoStreamsAreAddedUp() {
        meter.expect(new Said.Chosen("t", null, null, "136+140", 1_000L));

        meter.note(bytes("136", 400, 800L));
        assertThat(meter.progress().percent()).isEqualTo(40.0);
        meter.note(bytes("136", 800, 800L));
        meter.note(bytes("140", 100, 200L));

        assertThat(meter.progress().percent()).isEqualTo(90.0);
        assertThat(meter.progress().totalBytes()).isEqualTo(1_000L);
    }

    @Test
    void firstStreamAloneDoesNotClaimToBeAll() {
        meter.expect(new Said.Chosen("t", null, null, "136+140", null));

        meter.note(bytes("136", 800, 800L));

        assertThat(meter.progress().percent()).isNull();
        assertThat(meter.isComplete()).isFalse();
    }

    @Test
    void fragmentsStandInForBytes() {
        meter.expect(new Said.Chosen("t", null, null, "0", null));

        meter.note(new Said.Progressed("0", false, 5_000, null, 2L, 8L));

        assertThat(meter.progress()).isEqualTo(new Progress(25.0, 5_000, null, null, null));
    }

    @Test
    void subtitlesDoNotCount() {
        meter.note(new Said.Progressed(null, true, 38, 38L, null, null));

        assertThat(meter.progress()).isEqualTo(Progress.NOTHING_YET);
        assertThat(meter.isComplete()).isFalse();
    }

    @Test
    void speedIsThatOfTheBytesWeSaw() {
        meter.expect(new Said.Chosen("t", null, null, "18", null));
        for (int second = 0; second <= 10; second++) {
            meter.note(bytes("18", 1_000_000L * second, 20_000_000L));
            clock.pass(Duration.ofSeconds(1));
        }

        assertThat(meter.progress().bytesPerSecond()).isCloseTo(1_000_000L, within(1_000L));
        assertThat(meter.progress().etaSeconds()).isCloseTo(10L, within(1L));
    }

    @Test
    void burstDoesNotShakeTheSpeed() {
        meter.expect(new Said.Chosen("t", null, null, "18", null));
        long bytes = 0;
        for (int i = 0; i < 50; i++) {
            bytes += i % 2 == 0 ? 100_000 : 300_000;
            meter.note(bytes("18", bytes, null));
            clock.pass(Duration.ofMillis(200));
        }

        assertThat(meter.progress().bytesPerSecond()).isBetween(850_000L, 1_150_000L);
    }

    @Test
    void whatWasThereBeforeIsNotSpeed() {
        meter.expect(new Said.Chosen("t", null, null, "18", null));

        meter.note(bytes("18", 900_000_000, 1_000_000_000L));
        clock.pass(Duration.ofSeconds(1));
        meter.note(bytes("18", 901_000_000, 1_000_000_000L));

        assertThat(meter.progress().bytesPerSecond()).isEqualTo(1_000_000L);
    }

    @Test
    void throttleLetsFourASecondPassAndWhatMatters() {
        Throttle throttle = new Throttle(clock, Duration.ofMillis(250));
        int passed = 0;
        for (int i = 0; i < 100; i++) {
            passed += throttle.lets(false) ? 1 : 0;
            clock.pass(Duration.ofMillis(10));
        }

        assertThat(passed).isEqualTo(4);
        assertThat(throttle.lets(true)).isTrue();
        assertThat(throttle.lets(false)).isFalse();
        assertThat(throttle.lets(true)).isTrue();
    }

    private static Said.Progressed bytes(String format, long downloaded, @Nullable Long total) {
        return new Said.Progressed(format, total != null && downloaded == total, downloaded, total, null, null);
    }
}
