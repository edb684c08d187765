package org.medianest.local.nginx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP by hand: an ordinary client would correct the very spellings that are to be tried. */
final class RawHttp {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");
    private static final int TIMEOUT_MILLIS = 10_000;

    private RawHttp() {}

    record Answer(int status, String head, String body) {
        Optional<String> header(String name) {
            Matcher matcher = Pattern.compile("(?i)\r\n%s: (.*)\r\n".formatted(Pattern.quote(name)))
                    .matcher(head);
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        }

        long count(String name) {
            return head.lines()
                    .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .count();
        }
    }

    static Answer get(int port, String target, String... headers) throws IOException {
        return send(port, "GET", target, "", headers);
    }

    static Answer send(int port, String method, String target, String body, String... headers) throws IOException {
        StringBuilder request = new StringBuilder(
                "%s %s HTTP/1.1\r\nHost: nest.example\r\nConnection: close\r\n".formatted(method, target));
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        if (!body.isEmpty()) {
            request.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return exchange(port, request.append("\r\n").append(body).toString());
    }

    private static Answer exchange(int port, String request) throws IOException {
        try (Socket socket = connect(port)) {
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException e) {
                // A refusal may come before all was sent; it is read all the same.
            }
            InputStream in = socket.getInputStream();
            String head = head(in);
            byte[] body = request.startsWith("HEAD") ? new byte[0] : in.readNBytes(contentLength(head));
            return new Answer(Integer.parseInt(head.substring(9, 12)), head, new String(body, StandardCharsets.UTF_8));
        }
    }

    static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    /** First line and headers with the empty line that ends them; empty at the end of the stream. */
    static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.write(next);
            if (next == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    static int contentLength(String head) {
        Matcher matcher = LENGTH.matcher(head);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
