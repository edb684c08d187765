package org.medianest.downloads.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {
    private static final UUID JOB = UUID.fromString("01890000-0000-7000-8000-0000cafe1234");

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "A video, A video",
                "../../x, x",
                "a/b\\c, a-b-c",
                ".., Untitled",
                "., Untitled",
                ".hidden, hidden",
                "-rf, rf",
                "~root, root",
                "CON, _CON",
                "con.txt, _con.txt",
                "COM1, _COM1",
                "Console, Console",
                "ends with dots..., ends with dots",
                "`  spaces   inside `, spaces inside",
                "%(id)s, %(id)s",
                "$(touch x), $(touch x)",
                "`a\"b<c>d|e?f*g:h`, a-b-c-d-e-f-g-h",
                "動画 – ünïcödé, 動画 – ünïcödé",
            })
    void titleBecomesAName(String title, String name) {
        assertThat(SafeName.of(title, JOB, MediaType.MP4)).isEqualTo(name + " [cafe1234].mp4");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a\nb", "a\rb", "a\tb", "a\u0000b", "a\u202Eb", "a\u200Bb", "a\u2028b", "a\uFEFFb", "a\uD800b"})
    void whatCannotBeSeenIsASpace(String title) {
        assertThat(SafeName.of(title, JOB, MediaType.MP4)).isEqualTo("a b [cafe1234].mp4");
    }

    @Test
    void lettersAndTheirMarksBecomeOne() {
        assertThat(SafeName.of("e\u0301", JOB, MediaType.MP4)).isEqualTo("\u00e9 [cafe1234].mp4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "動", "👍", "\u0301"})
    void nameIsLimitedInBytes(String letter) {
        String name = SafeName.of(letter.repeat(300), JOB, MediaType.WEBM);

        assertThat(name.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(140, SafeName.MAX_BYTES);
        assertThat(name).endsWith(" [cafe1234].webm").doesNotContain("\uFFFD");
    }

    @Test
    void nameNeverLeavesItsFolder() {
        Path folder = Path.of("/library/ada");

        assertThat(folder.resolve(SafeName.of("../../../etc/passwd", JOB, MediaType.MP4))
                        .normalize())
                .hasParentRaw(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", ".staging", "a/b", "../a", "A", "-x", "a\u0000", ".", "a b"})
    void folderIsAUserNameOrNothing(String name) {
        assertThatThrownBy(() -> SafeName.folder(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "0x", "ada.lovelace", "a-b_c", "a..b"})
    void userNameIsAFolder(String name) {
        assertThat(SafeName.folder(name)).isEqualTo(name);
    }
}
