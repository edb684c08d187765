package org.medianest.downloads.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.downloads.worker.Child.Answer;

/** What lies around the real yt-dlp and is none of its business: configurations, and all that variables of ours lead to. */
class YtDlpSurroundingsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long A_MEGABYTE = 1 << 20;

    /** Said by a configuration, it makes yt-dlp print nothing but its version. */
    private static final String CONFIGURED = "--version\n";

    private static final String NOBODY_IS_THERE = "http://127.0.0.1:1/v.mp4";

    @TempDir
    Path folder;

    private final Children children = new Children();

    /** So it finds neither the home of who runs us, nor plugins and modules of theirs. */
    @Test
    void processKnowsNoVariablesButThese() throws Exception {
        List<String> variables = run(List.of("/usr/bin/env")).out().lines().toList();

        assertThat(variables)
                .containsExactlyInAnyOrder(
                        "PATH=" + Programs.ofThisProcess().searchPath(),
                        "HOME=" + folder,
                        "LC_ALL=C.UTF-8",
                        Children.MARKER + "=test");
        assertThat(System.getenv()).hasSizeGreaterThan(variables.size());
    }

    @Test
    void configurationsAreIgnored() throws Exception {
        YtDlp ytDlp = ytDlp();
        for (String place : List.of(
                "yt-dlp.conf", ".config/yt-dlp/config", ".config/yt-dlp.conf", ".yt-dlp/config", "yt-dlp.conf.txt")) {
            put(place, CONFIGURED);
        }
        List<String> line = ytDlp.probe(NOBODY_IS_THERE, folder, "");
        String version = run(without(line, "--ignore-config")).out().strip();
        assertThat(YtDlpVersion.parse(version))
                .as("where a configuration is read, it counts")
                .isPresent();

        Answer answer = run(line);

        assertThat(answer.out()).doesNotContain(version);
        assertThat(answer.err()).contains("ERROR");
    }

    private YtDlp ytDlp() throws Exception {
        Path program = Programs.ofThisProcess().find("yt-dlp").orElseThrow();
        String version = run(List.of(program.toString(), "--version")).out();
        return new YtDlp(
                program, YtDlpVersion.parse(version).orElseThrow(), "generic", Optional.empty(), Duration.ofSeconds(1));
    }

    private Answer run(List<String> command) throws IOException, InterruptedException {
        return children.start(new Children.Order(command, folder, "test", A_MEGABYTE))
                .answer(PATIENCE, (int) A_MEGABYTE);
    }

    private void put(String place, String text) throws IOException {
        Path file = folder.resolve(place);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static List<String> without(List<String> line, String option) {
        return line.stream().filter(word -> !word.equals(option)).toList();
    }
}
