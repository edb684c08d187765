package org.medianest.local.bench.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.local.bench.events.Timings.Timing;
import org.medianest.local.place.Refusal;

class TimingsTest {

    @Test
    void percentileIsTheNearestRank() {
        Timings hundred = new Timings(LongStream.rangeClosed(1, 100)
                .mapToObj(millis -> new Timing(0, millis * 1000))
                .toList());

        assertThat(hundred.millis(0.5)).isEqualTo(50);
        assertThat(hundred.millis(0.99)).isEqualTo(99);
        assertThat(hundred.millis(1)).isEqualTo(100);
    }

    @Test
    void oneEventIsEveryPercentile() {
        Timings one = new Timings(List.of(new Timing(1000, 3500)));

        assertThat(one.millis(0.5)).isEqualTo(2.5);
        assertThat(one.millis(0.99)).isEqualTo(2.5);
    }

    @Test
    void rateIsFromTheFirstSaidToTheLastDone() {
        Timings timings = new Timings(List.of(new Timing(500_000, 900_000), new Timing(0, 2_000_000)));

        assertThat(timings.perSecond()).isEqualTo(1);
    }

    @Test
    void linesOfAllConsumersAreReadTogetherInTheOrderOfSaying(@TempDir Path folder) throws IOException {
        Path first = Files.writeString(folder.resolve("1.csv"), "30,31\n10,12\n");
        Path second = Files.writeString(folder.resolve("2.csv"), "20,29\n");

        Timings timings = Timings.read(List.of(first, second));

        assertThat(timings.timings()).containsExactly(new Timing(10, 12), new Timing(20, 29), new Timing(30, 31));
    }

    @Test
    void lineThatIsNotTwoMomentsIsRefused() {
        assertThatThrownBy(() -> Timing.parse("30")).isInstanceOf(Refusal.class).hasMessageContaining("30");
    }

    @Test
    void warmUpsAreLeftOut() {
        Load first = new Load(1, 2, OptionalInt.empty());
        Load second = new Load(2, 1, OptionalInt.of(1000));

        List<Timings> parts = said(6 * Load.SUBJECTS).of(List.of(first, second));

        assertThat(parts).extracting(part -> part.timings().size()).containsExactly(120, 60);
        assertThat(parts).extracting(part -> part.timings().getFirst().saidAt()).containsExactly(60L, 300L);
    }

    @Test
    void eventsThatWereNotDoneAreNotPassedOver() {
        Load load = new Load(0, 1, OptionalInt.empty());

        assertThatThrownBy(() -> said(Load.SUBJECTS - 1).of(List.of(load))).isInstanceOf(Refusal.class);
    }

    private static Timings said(int events) {
        return new Timings(LongStream.range(0, events)
                .mapToObj(moment -> new Timing(moment, moment + 1))
                .toList());
    }
}
