package org.medianest.homelab.kuma;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** socket.io's own client, run by Node. Its packages are fetched once, as its lock file names them. */
final class NodeClient implements AutoCloseable {
    private static final Path FOLDER = Path.of("socketio-client");

    private final Process process;
    private final List<JsonObject> told = new CopyOnWriteArrayList<>();

    private NodeClient(Process process) {
        this.process = process;
        Thread.ofVirtual().start(this::read);
    }

    static void fetch() throws IOException {
        // npm writes it last.
        if (Files.exists(FOLDER.resolve("node_modules/.package-lock.json"))) {
            return;
        }
        Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .start();
        String output = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (npm.onExit().join().exitValue() != 0) {
            throw new IOException("npm could not fetch the client:\n" + output);
        }
    }

    static NodeClient start(URI url, String transports) throws IOException {
        return new NodeClient(new ProcessBuilder(
                        "node", "watch.js", url.toString(), transports, UptimeKuma.USERNAME, UptimeKuma.PASSWORD)
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectInput(new File("/dev/null"))
                .start());
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines().map(JsonObject::new).forEach(told::add);
        } catch (IOException gone) {
            process.destroy();
        }
    }

    /** The names of what it was told, in order. */
    List<String> events() {
        return told.stream().map(line -> line.getString("event")).toList();
    }

    /** The arguments of the first of these events. */
    JsonArray first(String event) {
        return told.stream()
                .filter(line -> line.getString("event").equals(event))
                .findFirst()
                .orElseThrow()
                .getJsonArray("args");
    }

    String transportOf(String event) {
        return told.stream()
                .filter(line -> line.getString("event").equals(event))
                .findFirst()
                .orElseThrow()
                .getString("transport");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
