package org.medianest.compose.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.compose.testing.Machine;
import org.medianest.compose.testing.Repository;

/** The two scripts in download-service's image that bring and choose yt-dlp, with releases from a server of our own. */
class YtDlpUpdateTest {
    private final Map<String, byte[]> releases = new TreeMap<>();
    private HttpServer server;
    private Path shipped;
    private Path updated;

    record Answer(int code, String text) {}

    @BeforeEach
    void imageWithYtDlp(@TempDir Path folder) throws Exception {
        Machine.program("python3");
        shipped = folder.resolve("shipped");
        updated = folder.resolve("updated");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] file = releases.get(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(file == null ? 404 : 200, file == null ? -1 : file.length);
            if (file != null) {
                exchange.getResponseBody().write(file);
            }
            exchange.close();
        });
        server.start();
        Path file = folder.resolve("yt-dlp.zip");
        Files.write(file, program("2026.06.09"));
        assertThat(update("--file", file.toString(), shipped.toString()).code()).isZero();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void withoutAnUpdateTheImagesOwnRuns() throws Exception {
        assertThat(ytDlp("--version")).isEqualTo(new Answer(0, "2026.06.09\n"));
    }

    @Test
    void latestReleaseTakesItsPlace() throws Exception {
        publish("latest/download", "2026.10.26");

        Answer answer = update();

        assertThat(answer).isEqualTo(new Answer(0, "yt-dlp 2026.10.26 is in place.\n"));
        assertThat(ytDlp("--version").text()).isEqualTo("2026.10.26\n");
        assertThat(ytDlp("-J", "a b").text()).isEqualTo("-J|a b\n");
    }

    @Test
    void formerOneIsKeptAndComesBack() throws Exception {
        publish("download/2026.09.01", "2026.09.01");
        publish("download/2026.10.26", "2026.10.26");
        publish("download/2026.11.20", "2026.11.20");
        for (String version : List.of("2026.09.01", "2026.10.26", "2026.11.20")) {
            assertThat(update(version).code()).isZero();
        }

        assertThat(updated.resolve("2026.09.01")).as("only one former is kept").doesNotExist();
        assertThat(update("--back").text()).contains("2026.10.26 is in place again");
        assertThat(ytDlp("--version").text()).isEqualTo("2026.10.26\n");
    }

    @Test
    void withoutAFormerOneTheImagesOwnComesBack() throws Exception {
        publish("latest/download", "2026.10.26");
        update();

        assertThat(update("--back").code()).isZero();
        assertThat(ytDlp("--version").text()).isEqualTo("2026.06.09\n");
        assertThat(update("--back").code()).isNotZero();
    }

    @Test
    void newerImageWinsOverAnOlderUpdate() throws Exception {
        publish("download/2026.01.02", "2026.01.02");
        update("2026.01.02");

        assertThat(ytDlp("--version").text()).isEqualTo("2026.06.09\n");
    }

    @Test
    void whatDoesNotMatchItsSumIsRefused() throws Exception {
        publish("latest/download", "2026.10.26");
        releases.put("/latest/download/yt-dlp", program("2026.10.27"));

        refuses("is not what SHA2-256SUMS names");
    }

    @Test
    void whatDoesNotRunIsRefused() throws Exception {
        publish("latest/download", "import no_such_module", "2026.10.26");

        refuses("It does not run here");
    }

    @Test
    void whatIsNoYtDlpIsRefused() throws Exception {
        publish("latest/download", "print('hello')", "");

        refuses("which is no version of yt-dlp");
    }

    @Test
    void absentReleaseIsRefused() throws Exception {
        refuses("could not be fetched");
    }

    private void refuses(String reason) throws Exception {
        Answer answer = update();

        assertThat(answer.code()).isNotZero();
        assertThat(answer.text()).contains(reason);
        assertThat(ytDlp("--version").text()).isEqualTo("2026.06.09\n");
    }

    private void publish(String where, String version) throws Exception {
        publish(where, "", version);
    }

    private void publish(String where, String first, String version) throws Exception {
        byte[] program = program(first, version);
        String sum =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(program));
        releases.put("/" + where + "/yt-dlp", program);
        releases.put(
                "/" + where + "/SHA2-256SUMS",
                ("0".repeat(64) + "  yt-dlp.exe\n" + sum + "  yt-dlp\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] program(String version) throws IOException {
        return program("", version);
    }

    /** As yt-dlp is published: a zip archive with a first line for Unix before it. */
    private static byte[] program(String first, String version) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write("#!/usr/bin/env python3\n".getBytes(StandardCharsets.US_ASCII));
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("__main__.py"));
            zip.write((first + "\nimport sys\nprint('" + version
                            + "' if sys.argv[1:] == ['--version'] else '|'.join(sys.argv[1:]))\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return file.toByteArray();
    }

    private Answer update(String... arguments) throws Exception {
        return run("update-ytdlp", arguments);
    }

    private Answer ytDlp(String... arguments) throws Exception {
        return run("yt-dlp", arguments);
    }

    private Answer run(String script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Repository.file("download-service/src/main/docker/" + script).toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("YTDLP_RELEASES", "http://127.0.0.1:" + server.getAddress().getPort());
        builder.environment().put("YTDLP_SHIPPED", shipped.toString());
        builder.environment().put("YTDLP_UPDATED", updated.toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), text);
    }
}
