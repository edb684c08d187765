package org.medianest.local.lab;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Asks Redis itself, past everything that stands between it and the stations. Each command has a connection of its own. */
public record RedisConsole(int port, String user, String password) {
    private static final int PATIENCE_MILLIS = 10_000;
    private static final String MEMORY = "used_memory:";

    /** Nothing is left in it. */
    public void empty() throws IOException {
        send("FLUSHALL");
    }

    /** What its data take, in bytes. */
    public long memory() throws IOException {
        return send("INFO", "memory")
                .toString()
                .lines()
                .filter(line -> line.startsWith(MEMORY))
                .mapToLong(
                        line -> Long.parseLong(line.substring(MEMORY.length()).strip()))
                .findFirst()
                .orElseThrow();
    }

    /** Numbers as {@link Long}, texts as {@link String}, lists as {@link List}; nothing is an empty text. */
    public Object send(String... command) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            InputStream answers = new BufferedInputStream(socket.getInputStream());
            socket.getOutputStream().write(encode("AUTH", user, password));
            read(answers);
            socket.getOutputStream().write(encode(command));
            return read(answers);
        }
    }

    public List<?> list(String... command) throws IOException {
        return (List<?>) send(command);
    }

    /** The value behind a name in a list of names and values. */
    public static Object value(Object namesAndValues, String name) {
        List<?> list = (List<?>) namesAndValues;
        return list.get(list.indexOf(name) + 1);
    }

    private static byte[] encode(String... command) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("*" + command.length + "\r\n").getBytes(StandardCharsets.UTF_8));
        for (String word : command) {
            byte[] text = word.getBytes(StandardCharsets.UTF_8);
            bytes.writeBytes(("$" + text.length + "\r\n").getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(text);
            bytes.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Object read(InputStream in) throws IOException {
        String line = line(in);
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+' -> rest;
            case ':' -> Long.valueOf(rest);
            case '$' -> text(in, Integer.parseInt(rest));
            case '*' -> elements(in, Integer.parseInt(rest));
            default -> throw new IOException("Redis answers " + line);
        };
    }

    private static String text(InputStream in, int length) throws IOException {
        if (length < 0) {
            return "";
        }
        byte[] text = in.readNBytes(length);
        line(in);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static List<Object> elements(InputStream in, int count) throws IOException {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            elements.add(read(in));
        }
        return elements;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("Redis has hung up");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }
}
