package org.medianest.compose.rollout;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.medianest.compose.testing.Machine;
import org.medianest.compose.testing.Repository;

/** The real nginx with the configuration that our script renders, and renders again while it runs. */
final class Front implements AutoCloseable {
    private final Path folder;
    private final int port;
    private final Path program = Machine.program("nginx");
    private final Process process;

    Front(Path folder, int port, List<String> gateways) throws IOException, InterruptedException {
        this.folder = folder;
        this.port = port;
        Files.createDirectories(folder.resolve("web/assets"));
        Files.writeString(
                folder.resolve("web/index.html"),
                "<!doctype html><div id=\"root\"></div><script src=\"/assets/app-1a2b.js\"></script>");
        Files.writeString(folder.resolve("web/assets/app-1a2b.js"), "");
        render(gateways);
        process = new ProcessBuilder(
                        program.toString(), "-p", folder.toString(), "-c", "conf/nginx.conf", "-e", "run/error.log")
                .inheritIO()
                .start();
        await().atMost(Duration.ofSeconds(30)).until(this::listens);
    }

    /** What the update does inside nginx's container. */
    void lead(List<String> gateways) throws IOException, InterruptedException {
        render(gateways);
        run(new ProcessBuilder(
                program.toString(),
                "-p",
                folder.toString(),
                "-c",
                "conf/nginx.conf",
                "-e",
                "run/error.log",
                "-s",
                "reload"));
    }

    private void render(List<String> gateways) throws IOException, InterruptedException {
        ProcessBuilder render = new ProcessBuilder(
                Repository.file("infrastructure/nginx/render").toString(), folder.toString());
        render.environment().put("MEDIANEST_NGINX_LISTEN", "127.0.0.1:" + port);
        render.environment().put("MEDIANEST_NGINX_TRUSTED_PROXIES", "127.0.0.0/8");
        render.environment().put("MEDIANEST_NGINX_GATEWAY", String.join(",", gateways));
        render.environment()
                .put("MEDIANEST_NGINX_WEB_ROOT", folder.resolve("web").toString());
        render.environment().put("MEDIANEST_NGINX_USER", System.getProperty("user.name"));
        run(render);
    }

    private static void run(ProcessBuilder command) throws IOException, InterruptedException {
        if (command.inheritIO().start().waitFor() != 0) {
            throw new AssertionError(command.command() + " failed");
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
