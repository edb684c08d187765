package org.medianest.downloads.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.downloads.job.Quality;

class YtDlpTest {
    private static final Path FOLDER = Path.of("/library/.staging/j/1");

    @Test
    void linkComesLastBehindTheDashes() {
        List<String> line = yt("2023.03.04").download(order(Quality.BEST, Optional.empty()));

        assertThat(line).endsWith("--", "https://example.org/v").startsWith("/usr/bin/yt-dlp", "--ignore-config");
        assertThat(line).containsSequence("-o", "media.%(ext)s").containsSequence("--proxy", "http://j:t@127.0.0.1:1");
    }

    @Test
    void knownInfoReplacesTheLink() {
        List<String> line = yt("2023.03.04").download(order(Quality.BEST, Optional.of(Path.of("/p/media.info.json"))));

        assertThat(line)
                .endsWith("--load-info-json", "/p/media.info.json")
                .doesNotContain("--", "https://example.org/v");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--exec",
                "--enable-file-urls",
                "--max-filesize",
                "--cookies",
                "--downloader",
                "--config-locations"
            })
    void dangerousOptionIsNeverUsed(String option) {
        assertThat(yt("2026.10.26").download(order(Quality.BEST, Optional.empty())))
                .doesNotContain(option);
        assertThat(yt("2026.10.26").probe("https://example.org", FOLDER, "http://x"))
                .doesNotContain(option);
    }

    @Test
    void optionsOfNewVersionsAreNotGivenToOldOnes() {
        assertThat(yt("2023.03.04").download(order(Quality.BEST, Optional.empty())))
                .doesNotContain("--progress-delta", "--no-plugin-dirs");
        assertThat(yt("2024.04.09").download(order(Quality.BEST, Optional.empty())))
                .contains("--progress-delta");
        assertThat(yt("2025.11.12").download(order(Quality.BEST, Optional.empty())))
                .contains("--progress-delta", "--no-plugin-dirs");
    }

    @Test
    void audioIsTakenOut() {
        assertThat(yt("2023.03.04").download(order(Quality.AUDIO, Optional.empty())))
                .containsSequence("-x", "--audio-format", "m4a");
    }

    @ParameterizedTest
    @EnumSource(
            value = Quality.class,
            names = {"P2160", "P1080", "P720", "P480"})
    void heightIsAPreference(Quality quality) {
        assertThat(yt("2023.03.04").download(order(quality, Optional.empty())))
                .containsSequence("-S", "res:" + quality.height() + ",vcodec:h264,acodec:aac,ext");
    }

    @Test
    void probeFetchesNoVideo() {
        assertThat(yt("2023.03.04").probe("https://example.org/v", FOLDER, "http://x"))
                .contains("--skip-download", "-J", "--flat-playlist")
                .endsWith("--", "https://example.org/v");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2023.03.04", "2026.10.26", "2025.11.12.232923\n", "2024.4.9"})
    void versionIsADay(String text) {
        assertThat(YtDlpVersion.parse(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yt-dlp", "2023", "2023.03"})
    void otherTextIsNoVersion(String text) {
        assertThat(YtDlpVersion.parse(text)).isEmpty();
    }

    private static YtDlp yt(String version) {
        return new YtDlp(
                Path.of("/usr/bin/yt-dlp"),
                YtDlpVersion.parse(version).orElseThrow(),
                "youtube.*",
                Optional.empty(),
                Duration.ofSeconds(20));
    }

    private static YtDlp.Order order(Quality quality, Optional<Path> info) {
        return new YtDlp.Order("https://example.org/v", quality, FOLDER, "http://j:t@127.0.0.1:1", info);
    }
}
