package org.medianest.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void medianIsTheMiddleOrBetweenTheTwo() {
        assertThat(new Figures(List.of(9.0, 1.0, 3.0)).median()).isEqualTo(3.0);
        assertThat(new Figures(List.of(9.0, 1.0, 3.0, 4.0)).median()).isEqualTo(3.5);
    }

    @Test
    void ratiosAreTakenRoundByRound() {
        Figures ratios = Figures.ratios(new Figures(List.of(8.0, 90.0)), new Figures(List.of(10.0, 100.0)));

        assertThat(ratios.values()).containsExactly(0.8, 0.9);
    }

    @Test
    void nothingMeasuredIsNoFigure() {
        assertThatThrownBy(() -> new Figures(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
