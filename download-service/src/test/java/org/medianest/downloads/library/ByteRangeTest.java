package org.medianest.downloads.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.downloads.library.ByteRange.Part;
import org.medianest.downloads.library.ByteRange.Unsatisfiable;
import org.medianest.downloads.library.ByteRange.Whole;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-, 0, 99",
        "bytes=0-0, 0, 0",
        "bytes=10-19, 10, 19",
        "bytes=99-, 99, 99",
        "bytes=50-1000, 50, 99",
        "bytes=-1, 99, 99",
        "bytes=-100, 0, 99",
        "bytes=-1000, 0, 99",
        "BYTES=1-2, 1, 2",
        "bytes= 1-2 , 1, 2",
    })
    void partIsWithinTheFile(String header, long from, long to) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new Part(from, to));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=100-",
                "bytes=100-200",
                "bytes=-0",
                "bytes=5-1",
                "bytes=-",
                "bytes=",
                "bytes=a-b",
                "bytes=1-2,3-4",
                "bytes=--1",
                "bytes=99999999999999999999-",
                "bytes=0x1-2"
            })
    void whatTheFileDoesNotHaveIsUnsatisfiable(String header) {
        assertThat(ByteRange.of(header, 100)).isEqualTo(new Unsatisfiable());
    }

    @Test
    void thousandRangesAreNotServed() {
        assertThat(ByteRange.of("bytes=0-" + ",0-".repeat(1_000), 100)).isEqualTo(new Unsatisfiable());
    }

    @Test
    void withoutBytesItIsTheWhole() {
        assertThat(ByteRange.of(null, 100)).isEqualTo(new Whole());
        assertThat(ByteRange.of("items=0-1", 100)).isEqualTo(new Whole());
    }

    @Test
    void emptyFileHasNoParts() {
        assertThat(ByteRange.of("bytes=0-", 0)).isEqualTo(new Unsatisfiable());
        assertThat(ByteRange.of("bytes=-5", 0)).isEqualTo(new Unsatisfiable());
    }
}
