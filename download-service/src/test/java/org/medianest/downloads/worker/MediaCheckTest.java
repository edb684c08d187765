package org.medianest.downloads.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.medianest.downloads.worker.MediaCheck.Verdict;

class MediaCheckTest {
    @ParameterizedTest
    @CsvSource({"10, 10, true", "10, 15, true", "10, 15.1, false", "1000, 1020, true", "1000, 1021, false", "10, , true"
    })
    void lengthMustBeAboutWhatWasPromised(double seconds, Double promised, boolean good) {
        Verdict verdict = MediaCheck.judge(
                "{\"streams\":[{\"codec_type\":\"video\"}],\"format\":{\"duration\":\"" + seconds + "\"}}", promised);

        assertThat(verdict instanceof Verdict.Good).isEqualTo(good);
    }

    @Test
    void soundAloneIsGood() {
        assertThat(MediaCheck.judge("{\"streams\":[{\"codec_type\":\"audio\"}],\"format\":{}}", 10.0))
                .isEqualTo(new Verdict.Good(null));
    }

    @Test
    void pictureAloneIsNoVideo() {
        assertThat(MediaCheck.judge(
                        "{\"streams\":[{\"codec_type\":\"video\",\"disposition\":{\"attached_pic\":1}},{\"codec_type\":\"subtitle\"}],"
                                + "\"format\":{\"duration\":\"10\"}}",
                        null))
                .isInstanceOf(Verdict.Bad.class);
    }

    @Test
    void nonsenseIsBad() {
        assertThat(MediaCheck.judge("", null)).isInstanceOf(Verdict.Bad.class);
        assertThat(MediaCheck.judge("{}", null)).isInstanceOf(Verdict.Bad.class);
        assertThat(MediaCheck.judge("nonsense", null)).isInstanceOf(Verdict.Bad.class);
    }
}
