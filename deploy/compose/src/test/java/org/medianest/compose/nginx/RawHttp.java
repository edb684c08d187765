package org.medianest.compose.nginx;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;

/** HTTP/1.1 by hand: an ordinary client would correct the very spellings that are to be tried. */
public final class RawHttp {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: (\\d+)\r\n");
    private static final String CLOSE = "\r\nConnection: close\r\n\r\n";
    private static final String HERE = "127.0.0.1";
    private static final int TIMEOUT_MILLIS = 30_000;

    private final String address;
    private final int port;
    private final boolean tls;
    private final String host;

    private RawHttp(String address, int port, boolean tls, String host) {
        this.address = address;
        this.port = port;
        this.tls = tls;
        this.host = host;
    }

    static RawHttp plain(int port) {
        return new RawHttp(HERE, port, false, "nest.example");
    }

    /** @param host what it says that it asks for */
    public static RawHttp plain(String address, int port, String host) {
        return new RawHttp(address, port, false, host);
    }

    /** With TLS, whoever signed the certificate. */
    static RawHttp tls(int port) {
        return new RawHttp(HERE, port, true, "nest.example");
    }

    RawHttp named(String other) {
        return new RawHttp(address, port, tls, other);
    }

    public record Answer(int status, String head, String body) {
        public Optional<String> header(String name) {
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

    public Answer get(String target, String... headers) throws IOException {
        return send("GET", target, "", headers);
    }

    public Answer send(String method, String target, String body, String... headers) throws IOException {
        try (Socket socket = connect()) {
            return exchange(socket, request(method, target, body, headers).replaceFirst("\r\n\r\n", CLOSE));
        }
    }

    /** The answers to the same request, so many times, one after the other on as few connections as nginx allows. */
    List<Answer> repeat(int times, String method, String target, String... headers) throws IOException {
        List<Answer> answers = new ArrayList<>();
        while (answers.size() < times) {
            try (Socket socket = connect()) {
                Answer answer;
                do {
                    answer = exchange(socket, request(method, target, "", headers));
                    answers.add(answer);
                } while (answers.size() < times
                        && answer.header("Connection").orElse("").equals("keep-alive"));
            }
        }
        return answers;
    }

    private String request(String method, String target, String body, String... headers) {
        StringBuilder request = new StringBuilder("%s %s HTTP/1.1\r\nHost: %s\r\n".formatted(method, target, host));
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        if (!body.isEmpty() || !method.equals("GET")) {
            request.append("Content-Length: ").append(body.length()).append("\r\n");
        }
        return request.append("\r\n").append(body).toString();
    }

    private static Answer exchange(Socket socket, String request) throws IOException {
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

    public Socket connect() throws IOException {
        Socket plain = new Socket(address, port);
        plain.setSoTimeout(TIMEOUT_MILLIS);
        if (!tls) {
            return plain;
        }
        SSLSocket socket = (SSLSocket) Trusting.SOCKETS.createSocket(plain, host, port, true);
        socket.startHandshake();
        return socket;
    }

    /** A WebSocket at the address of the live feed. */
    public Socket openFeed() throws IOException {
        Socket socket = connect();
        socket.getOutputStream()
                .write(
                        "GET /ws/v1/events HTTP/1.1\r\nHost: nest.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
        String head = head(socket.getInputStream());
        if (!head.startsWith("HTTP/1.1 101 ")) {
            socket.close();
            throw new AssertionError("no feed: " + head);
        }
        return socket;
    }

    /** First line and headers with the empty line that ends them; empty at the end of the stream. */
    public static String head(InputStream in) throws IOException {
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
