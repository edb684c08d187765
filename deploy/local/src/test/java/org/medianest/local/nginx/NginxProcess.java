package org.medianest.local.nginx;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.medianest.local.process.Programs;

/** The real nginx with the files of infrastructure/nginx. */
final class NginxProcess implements AutoCloseable {
    private final Process process;

    NginxProcess(Path folder, Path webRoot, int port, int gatewayPort) throws IOException, InterruptedException {
        Path nginx = new Programs(Programs.SYSTEM.searchPath() + ":/usr/sbin:/sbin")
                .find("nginx")
                .orElseThrow(() -> new AssertionError("This test needs nginx: apt-get install nginx"));
        render(folder, webRoot, port, gatewayPort);
        process = new ProcessBuilder(
                        nginx.toString(), "-p", folder.toString(), "-c", "conf/nginx.conf", "-e", "run/error.log")
                .inheritIO()
                .start();
        awaitListening(port);
    }

    private static void render(Path folder, Path webRoot, int port, int gatewayPort)
            throws IOException, InterruptedException {
        ProcessBuilder render = new ProcessBuilder("../../infrastructure/nginx/render", folder.toString()).inheritIO();
        render.environment().put("MEDIANEST_NGINX_LISTEN", "127.0.0.1:" + port);
        render.environment().put("MEDIANEST_NGINX_GATEWAY", "127.0.0.1:" + gatewayPort);
        render.environment().put("MEDIANEST_NGINX_WEB_ROOT", webRoot.toString());
        // Temporary folders belong to whoever runs the tests, also where that is root.
        render.environment().put("MEDIANEST_NGINX_USER", System.getProperty("user.name"));
        if (render.start().waitFor() != 0) {
            throw new AssertionError("The configuration could not be rendered");
        }
    }

    private void awaitListening(int port) throws InterruptedException {
        while (!listens(port)) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("nginx ended with code " + process.exitValue());
            }
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    String errors(Path folder) throws IOException {
        return Files.readString(folder.resolve("run/error.log"));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
