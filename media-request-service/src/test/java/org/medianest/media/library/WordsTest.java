package org.medianest.media.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    @ParameterizedTest
    @CsvSource({
        "Amélie,amelie",
        "'Spider-Man: No Way Home','spider man no way home'",
        "WALL·E,wall e",
        "'  ',''",
        "Город,город"
    })
    void titlesAreComparedWithoutAccentsAndSigns(String title, String words) {
        assertThat(Words.of(title)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "matrix,the matrix",
        "matirx,the matrix",
        "the matrix reloded,the matrix reloaded",
        "inter,interstellar",
        "intersteler,interstellar"
    })
    void wordsMayBeBegunOrMistyped(String typed, String title) {
        assertThat(Words.match(typed, title)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"cats,the matrix", "up,us", "matrix lego,the matrix"})
    void otherWordsAreOtherWords(String typed, String title) {
        assertThat(Words.match(typed, title)).isFalse();
    }

    @Test
    void trigramsOverlapTheEndsOfWords() {
        assertThat(Words.trigrams("up on")).containsExactly("  u", " up", "up ", "  o", " on", "on ");
    }
}
