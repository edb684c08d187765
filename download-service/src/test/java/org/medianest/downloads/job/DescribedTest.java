package org.medianest.downloads.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DescribedTest {
    @Test
    void titleKeepsItsLettersAndLosesWhatHides() {
        assertThat(titled("a\u0000b\n c\u202Egpj.exe 動画 👨‍👩‍👧 é")).isEqualTo("a b cgpj.exe 動画 👨‍👩‍👧 é");
    }

    @Test
    void titleIsCutBetweenCharacters() {
        assertThat(titled("👍".repeat(400))).isEqualTo("👍".repeat(300));
    }

    @Test
    void halfACharacterIsLeftOut() {
        assertThat(titled("a\uD83Db")).isEqualTo("ab");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 0, -5})
    void impossibleLengthIsUnknown(double seconds) {
        assertThat(new Described(null, null, seconds, false).durationSeconds()).isNull();
    }

    private static @Nullable String titled(String title) {
        return new Described(title, null, null, false).title();
    }
}
