package org.medianest.downloads.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On lines that yt-dlp has really printed. */
class LineParserTest {
    @Test
    void bytesOfAStream() {
        Said said = LineParser.parse(
                "MN1 {\"i\":{\"id\": \"SLOWVID0001\", \"format_id\": \"18\"},\"p\":{\"status\": \"downloading\", \"downloaded_bytes\":"
                        + " 11988709, \"total_bytes\": 30732770, \"speed\": 1978740.744963653, \"eta\": 9, \"elapsed\":"
                        + " 6.0603859424591064, \"tmpfilename\": \"tmp/media.mp4.part\"}}");

        assertThat(said).isEqualTo(new Said.Progressed("18", false, 11_988_709, 30_732_770L, null, null));
    }

    @Test
    void subtitleHasNoFormat() {
        Said said = LineParser.parse(
                "MN1 {\"i\":{},\"p\":{\"status\": \"finished\", \"downloaded_bytes\": 38, \"total_bytes\": 38}}");

        assertThat(said).isEqualTo(new Said.Progressed(null, true, 38, 38L, null, null));
    }

    @Test
    void fragmentsHaveNoTotal() {
        Said said = LineParser.parse(
                "MN1 {\"i\":{\"format_id\": \"0\"},\"p\":{\"status\": \"downloading\", \"downloaded_bytes\": 1024, \"speed\": 173562.08,"
                        + " \"eta\": 6, \"fragment_index\": 2, \"fragment_count\": 5}}");

        assertThat(said).isEqualTo(new Said.Progressed("0", false, 1_024, null, 2L, 5L));
    }

    @Test
    void whatWillBeFetched() {
        Said said = LineParser.parse(
                "MN0 {\"id\": \"BENCHVID002\", \"title\": \"Bench vid\\u00e9o 2 \\u2013 \\u52d5\\u753b / \\\"q\\\"\", \"duration\": 10,"
                        + " \"live_status\": \"not_live\", \"availability\": \"public\", \"format_id\": \"136+140\","
                        + " \"filesize_approx\": 1117173}");

        assertThat(said).isEqualTo(new Said.Chosen("Bench vidéo 2 – 動画 / \"q\"", null, 10.0, "136+140", 1_117_173L));
    }

    @Test
    void whereTheFileIs() {
        Said said = LineParser.parse(
                "MN3 {\"id\": \"BENCHVID002\", \"ext\": \"mp4\", \"format_id\": \"136+140\", \"filepath\": \"JOB/media.mp4\","
                        + " \"duration\": 10, \"channel\": \"Bench Channel\"}");

        assertThat(said).isEqualTo(new Said.Moved("JOB/media.mp4", 10.0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MN0 NA",
                "MN1 {\"i\":NA,\"p\":NA}",
                "MN1 {\"i\":{\"id\"",
                "MN3 \"NA\"",
                "MN2 null",
                "MN9 {}",
                "MN1",
                "",
                "ERROR: [generic] None: Unable to download webpage",
                "[download] 100%"
            })
    void whatIsNotUnderstoodIsOnlyWords(String line) {
        assertThat(LineParser.parse(line)).isEqualTo(new Said.Words(line));
    }

    @Test
    void gluedStepsAreToldApartBeforeTheLineEnds() {
        List<String> lines = new ArrayList<>();
        Lines reading = new Lines(lines::add);

        give(reading, "MN2 {\"status\": \"started\", \"postprocessor\": \"Merger\"}MN2 {\"status\": \"finis");
        assertThat(lines).containsExactly("MN2 {\"status\": \"started\", \"postprocessor\": \"Merger\"}");
        give(reading, "hed\", \"postprocessor\": \"Merger\"}ERROR: Postprocessing: x\n");

        assertThat(lines)
                .containsExactly(
                        "MN2 {\"status\": \"started\", \"postprocessor\": \"Merger\"}",
                        "MN2 {\"status\": \"finished\", \"postprocessor\": \"Merger\"}",
                        "ERROR: Postprocessing: x");
        assertThat(LineParser.parse(lines.getFirst())).isEqualTo(new Said.Processing("Merger", true));
    }

    @Test
    void errorMayReturnToTheBeginningOfItsLine() {
        List<String> lines = new ArrayList<>();

        give(new Lines(lines::add), "ERROR: \r[download] Got error: timed out. Giving up after 2 retries\n");

        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(DownloadFailure.of(line)).isEqualTo(DownloadFailure.NETWORK));
    }

    @Test
    void endlessLineIsCut() {
        List<String> lines = new ArrayList<>();
        Lines reading = new Lines(lines::add);

        for (int i = 0; i < 100; i++) {
            give(reading, "x".repeat(8_192));
        }
        give(reading, "\nnext\n");

        assertThat(lines.getFirst()).hasSize(Lines.MAX_LENGTH + 1).endsWith("…");
        assertThat(lines.getLast()).isEqualTo("next");
    }

    @Test
    void lettersThatArriveInHalvesAreWhole() {
        List<String> lines = new ArrayList<>();
        Lines reading = new Lines(lines::add);
        byte[] bytes = "ERROR: é動\n".getBytes(StandardCharsets.UTF_8);

        for (byte b : bytes) {
            reading.accept(new byte[] {b}, 1);
        }

        assertThat(lines).containsExactly("ERROR: é動");
    }

    private static void give(Lines reading, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        reading.accept(bytes, bytes.length);
    }
}
