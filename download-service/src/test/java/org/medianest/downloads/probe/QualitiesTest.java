package org.medianest.downloads.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medianest.downloads.job.Quality;

class QualitiesTest {
    @Test
    void videoAndSoundAreAddedUp() {
        List<QualityOption> options = of("""
                {"vcodec": "avc1", "acodec": "none", "height": 1080, "width": 1920, "filesize": 1000},
                {"vcodec": "avc1", "acodec": "none", "height": 720, "width": 1280, "filesize_approx": 500},
                {"vcodec": "avc1", "acodec": "mp4a", "height": 360, "width": 640, "filesize": 200},
                {"vcodec": "none", "acodec": "mp4a", "filesize": 100},
                {"vcodec": "none", "acodec": "opus", "filesize": 90}
                """);

        assertThat(options)
                .containsExactly(
                        new QualityOption(Quality.BEST, 1_100L, 1_080),
                        new QualityOption(Quality.P1080, 1_100L, 1_080),
                        new QualityOption(Quality.P720, 600L, 720),
                        new QualityOption(Quality.P480, 200L, 360),
                        new QualityOption(Quality.AUDIO, 100L, null));
    }

    @Test
    void sizeIsEstimatedFromTheBitRate() {
        assertThat(of("{\"vcodec\": \"avc1\", \"acodec\": \"mp4a\", \"height\": 480, \"tbr\": 800}")
                        .getFirst()
                        .bytes())
                .isEqualTo(1_000_000L);
    }

    @Test
    void heightOfAnUprightVideoIsItsWidth() {
        assertThat(of("{\"vcodec\": \"avc1\", \"acodec\": \"mp4a\", \"height\": 1920, \"width\": 1080}"))
                .extracting(QualityOption::quality)
                .containsExactly(Quality.BEST, Quality.P1080, Quality.P720, Quality.P480, Quality.AUDIO);
    }

    @Test
    void siteThatSaysNothingStillHasABest() {
        assertThat(of("{\"vcodec\": null, \"ext\": \"mp4\"}"))
                .containsExactly(
                        new QualityOption(Quality.BEST, null, null), new QualityOption(Quality.AUDIO, null, null));
    }

    @Test
    void soundAloneIsOnlyAudio() {
        assertThat(of("{\"vcodec\": \"none\", \"acodec\": \"mp3\"}"))
                .extracting(QualityOption::quality)
                .containsExactly(Quality.AUDIO);
    }

    private static List<QualityOption> of(String formats) {
        try {
            return Qualities.of(new JsonMapper().readTree("{\"formats\": [" + formats + "]}"), 10.0);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
