package org.medianest.commons.start;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks the management port of this machine for the health of a service. It is run every few seconds beside the service, within the
 * service's memory, so it does with a bare socket what an HTTP client would do with hundreds of classes.
 */
record HealthCheck(int port, String path) {
    static final String PORT = "QUARKUS_MANAGEMENT_PORT";

    private static final int PATIENCE_MILLIS = 5_000;
    private static final int LONGEST_STATUS_LINE = 128;

    /**
     * @param words what is asked: nothing or {@code ready}, or {@code live}
     * @param port of the management interface
     */
    static HealthCheck of(List<String> words, @Nullable String port) {
        String what = words.isEmpty() ? "ready" : words.getFirst();
        return new HealthCheck(port == null ? 0 : Integer.parseInt(port), "/q/health/" + what);
    }

    /** Says on {@code reasons} why not. */
    boolean isOk(PrintStream reasons) {
        if (port == 0) {
            reasons.println("Where to ask? Set " + PORT + " as for the service.");
            return false;
        }
        try {
            String status = ask();
            boolean ok = status.startsWith("HTTP/1.") && status.contains(" 200");
            if (!ok) {
                reasons.println(path + " answered: " + status);
            }
            return ok;
        } catch (IOException e) {
            reasons.println(path + " on port " + port + " did not answer: " + e.getMessage());
            return false;
        }
    }

    private String ask() throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(
                    new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), PATIENCE_MILLIS);
            String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer =
                    new String(socket.getInputStream().readNBytes(LONGEST_STATUS_LINE), StandardCharsets.US_ASCII);
            return answer.lines().findFirst().orElse("nothing");
        }
    }
}
