package org.medianest.auth.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Plain",
                "=?UTF-8?B?RXZpbA==?=",
                "a\r\nBcc: eve@evil.example",
                "🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬 äöü 🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬🎬 and a word of quite some length"
            })
    void everyWordStandsForWholeLettersAndAllOfThemForTheText(String text) {
        String[] words = EncodedWords.of(text).split(" ");

        assertThat(words)
                .allSatisfy(word ->
                        assertThat(word).hasSizeLessThanOrEqualTo(75).matches("=\\?UTF-8\\?B\\?[A-Za-z0-9+/]*=*\\?="));
        assertThat(Arrays.stream(words)
                        .map(word -> Base64.getDecoder().decode(word.substring(10, word.length() - 2)))
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .collect(Collectors.joining()))
                .isEqualTo(text);
    }
}
