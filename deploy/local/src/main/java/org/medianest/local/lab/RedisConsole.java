package org.medianest.local.lab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The few questions that the lab has for Redis itself. */
public record RedisConsole(int port, String password) {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final String MEMORY = "used_memory:";

    /** Nothing is left in it. */
    public void empty() throws IOException {
        ask("FLUSHALL", "+OK");
    }

    /** What its data take, in bytes. */
    public long memory() throws IOException {
        return Long.parseLong(ask("INFO memory", MEMORY).substring(MEMORY.length()));
    }

    /** The first line of the answer that begins so. */
    private String ask(String command, String beginning) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            String lines = "AUTH %s\r\n%s\r\nQUIT\r\n".formatted(password, command);
            socket.getOutputStream().write(lines.getBytes(StandardCharsets.UTF_8));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            answer.readLine(); // to AUTH
            for (@Nullable String line = answer.readLine(); line != null; line = answer.readLine()) {
                if (line.startsWith(beginning)) {
                    return line;
                }
            }
            throw new IOException("Redis does not answer " + command);
        }
    }
}
