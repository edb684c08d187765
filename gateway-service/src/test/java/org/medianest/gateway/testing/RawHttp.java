package org.medianest.gateway.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends bytes as they are: what a well-behaved HTTP client would correct or refuse. */
public final class RawHttp {
    private static final Pattern LENGTH = Pattern.compile("(?is)content-length: (\\d+).*?\r\n\r\n");

    private RawHttp() {}

    /** An answer, as far as it came. */
    public record Answer(int status, String head, String body) {
        public boolean hasHeader(String line) {
            return head.toLowerCase(Locale.ROOT).contains(line.toLowerCase(Locale.ROOT));
        }
    }

    /** Sends one request line and headers, without a body. */
    public static Answer ask(int port, String requestLine, String... headers) throws IOException {
        return send(port, requestLine + "\r\nHost: gateway\r\n" + lines(headers) + "Connection: close\r\n\r\n");
    }

    /** Sends a text and reads until the other side closes. */
    public static Answer send(int port, String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(15_000);
            try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
            } catch (SocketException closedEarly) {
                // the answer is there all the same
            }
            return parse(readAll(socket.getInputStream()));
        }
    }

    private static String readAll(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        while (!isComplete(bytes)) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            bytes.write(next);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** A refused upgrade leaves the connection open: then its length says where the answer ends. */
    private static boolean isComplete(ByteArrayOutputStream bytes) {
        String text = bytes.toString(StandardCharsets.ISO_8859_1);
        Matcher length = LENGTH.matcher(text);
        return text.startsWith("HTTP/1.1 4")
                && length.find()
                && bytes.size() >= text.indexOf("\r\n\r\n") + 4 + Integer.parseInt(length.group(1));
    }

    private static Answer parse(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, text, "");
        }
        return new Answer(Integer.parseInt(text.substring(9, 12)), text.substring(0, end), text.substring(end + 4));
    }

    private static String lines(String... headers) {
        StringBuilder lines = new StringBuilder();
        for (String header : headers) {
            lines.append(header).append("\r\n");
        }
        return lines.toString();
    }
}
