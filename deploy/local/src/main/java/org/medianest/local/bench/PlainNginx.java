package org.medianest.local.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.Pause;
import org.medianest.local.process.Programs;

/** nginx that does nothing but pass requests to one service: what the gateway is held against. */
final class PlainNginx implements AutoCloseable {
    private static final String CONFIGURATION = """
            daemon off;
            worker_processes 2;
            pid nginx.pid;
            error_log error.log error;
            events { worker_connections 1024; }
            http {
                access_log off;
                client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi;
                uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                keepalive_requests 1000000;
                upstream service { server 127.0.0.1:%d; keepalive 64; keepalive_requests 1000000; }
                server {
                    listen 127.0.0.1:%d;
                    location / {
                        proxy_pass http://service;
                        proxy_http_version 1.1;
                        proxy_set_header Connection '';
                        proxy_set_header X-Forwarded-For $remote_addr;
                    }
                }
            }
            """;
    private static final int LOOKS = 250;

    private final Process process;

    PlainNginx(Path folder, int port, int servicePort) throws IOException {
        Path program = new Programs(Programs.SYSTEM.searchPath() + ":/usr/sbin:/sbin")
                .find("nginx")
                .orElseThrow(() -> new Refusal("nginx is not installed."));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("nginx.conf"), CONFIGURATION.formatted(servicePort, port));
        process = new ProcessBuilder(program.toString(), "-p", folder.toString(), "-c", "nginx.conf", "-e", "error.log")
                .inheritIO()
                .start();
        for (int look = 0; !listens(port); look++) {
            if (!process.isAlive() || look > LOOKS) {
                close();
                throw new Refusal("nginx did not start.");
            }
            Pause.of(Duration.ofMillis(20));
        }
    }

    private static boolean listens(int port) {
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
