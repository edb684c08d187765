package org.medianest.downloads.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.downloads.library.Folders;
import org.medianest.downloads.testing.Settings;

class StartupChecksTest {
    @TempDir
    Path library;

    @Test
    void allThereMeansReady() {
        StartupChecks checks = checks(library, Optional.empty());

        assertThat(checks.look()).isPresent();
        assertThat(checks.complaints()).isEmpty();
        assertThat(checks.versions()).containsOnlyKeys("yt-dlp", "ffmpeg", "ffprobe");
    }

    @Test
    void missingProgramIsNamedWithWhatToDo() {
        StartupChecks checks = checks(library, Optional.of("/nowhere/yt-dlp"));

        assertThat(checks.look()).isEmpty();
        assertThat(checks.complaints())
                .containsExactly("yt-dlp is missing. Install it, or name its path in MEDIANEST_DOWNLOADS_YTDLP.");
    }

    @Test
    void programThatFailsIsNamed() throws IOException {
        Path broken = Files.writeString(library.resolve("yt-dlp"), "#!/bin/sh\nexit 1\n");
        assertThat(broken.toFile().setExecutable(true)).isTrue();

        StartupChecks checks = checks(library, Optional.of(broken.toString()));

        assertThat(checks.look()).isEmpty();
        assertThat(checks.complaints()).containsExactly("yt-dlp does not start. Install it anew.");
    }

    @Test
    void libraryThatCannotBeWrittenIsNamed() throws IOException {
        Path file = Files.createFile(library.resolve("a-file"));

        StartupChecks checks = checks(file, Optional.empty());

        assertThat(checks.look()).isEmpty();
        assertThat(checks.complaints()).singleElement().asString().contains("MEDIANEST_DOWNLOADS_LIBRARY");
    }

    @Test
    void twoWorkersOnOneVolumeHaveTwoNames() {
        StartupChecks one = checks(library, Optional.empty());
        StartupChecks two = checks(library, Optional.empty());

        String first = one.look().orElseThrow().instance();
        String second = two.look().orElseThrow().instance();

        assertThat(second).isNotEqualTo(first);
        one.close();
        assertThat(checks(library, Optional.empty()).look().orElseThrow().instance())
                .isEqualTo(first);
    }

    private static StartupChecks checks(Path library, Optional<String> ytDlp) {
        Map<String, String> given =
                ytDlp.map(path -> Map.of("medianest.downloads.ytdlp", path)).orElse(Map.of());
        return new StartupChecks(Settings.of(WorkerConfig.class, given), new Folders(() -> library), new Children());
    }
}
