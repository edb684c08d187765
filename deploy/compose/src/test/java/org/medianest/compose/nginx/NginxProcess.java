package org.medianest.compose.nginx;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.medianest.compose.testing.Commands;
import org.medianest.compose.testing.Machine;
import org.medianest.compose.testing.Repository;

/** The real nginx with the files of infrastructure/nginx. */
final class NginxProcess implements AutoCloseable {
    private final Path folder;
    private final Process process;

    private NginxProcess(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** @param settings what {@code render} reads, without {@code MEDIANEST_NGINX_} */
    static NginxProcess start(Path folder, Map<String, String> settings) throws IOException, InterruptedException {
        Commands.run(settings(settings), script("render"), folder.toString());
        Process process = new ProcessBuilder(
                        Machine.program("nginx").toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        "conf/nginx.conf",
                        "-e",
                        "run/error.log")
                .inheritIO()
                .start();
        NginxProcess nginx = new NginxProcess(folder, process);
        nginx.awaitListening(settings.getOrDefault("LISTEN_TLS", settings.getOrDefault("LISTEN", "")));
        return nginx;
    }

    static String script(String name) {
        return Repository.file("infrastructure/nginx/" + name).toString();
    }

    static Map<String, String> settings(Map<String, String> short_) {
        Map<String, String> environment = new HashMap<>();
        // Temporary folders belong to whoever runs the tests, also where that is root.
        environment.put("MEDIANEST_NGINX_USER", System.getProperty("user.name"));
        short_.forEach((name, value) -> environment.put("MEDIANEST_NGINX_" + name, value));
        return environment;
    }

    /** Renders anew and reloads, as an update does. */
    void become(Map<String, String> settings) throws IOException, InterruptedException {
        Commands.run(settings(settings), script("render"), folder.toString());
        Commands.run(Map.of(), script("reload"), folder.toString());
    }

    String errors() throws IOException {
        return Files.readString(folder.resolve("run/error.log"));
    }

    private void awaitListening(String address) throws InterruptedException {
        int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        while (!listens(port)) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("nginx ended with code " + process.exitValue());
            }
        }
    }

    static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
