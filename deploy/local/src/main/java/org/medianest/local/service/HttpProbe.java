package org.medianest.local.service;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One GET to a port of this machine. Java's own HTTP client takes longer to load than a service to start. */
public record HttpProbe(int port, String path) {
    private static final int TIMEOUT_MILLIS = 2000;
    private static final int LIMIT = 64 << 10;

    public record Answer(int status, String body) {}

    public boolean isOk() {
        return ask().filter(answer -> answer.status() == 200).isPresent();
    }

    public Optional<Answer> ask() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String request =
                    "GET %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAccept: application/json\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.formatted(path, port).getBytes(StandardCharsets.US_ASCII));
            return parse(new String(socket.getInputStream().readNBytes(LIMIT), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<Answer> parse(String text) {
        if (!text.matches("(?s)HTTP/1\\.[01] \\d{3}.*")) {
            return Optional.empty();
        }
        int headersEnd = text.indexOf("\r\n\r\n");
        return Optional.of(new Answer(
                Integer.parseInt(text.substring(9, 12)), headersEnd < 0 ? "" : text.substring(headersEnd + 4)));
    }
}
