package org.medianest.compose.nginx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Stands where the gateway stands: keeps what it was sent, answers as told, and echoes on upgraded connections. */
final class FakeGateway implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    private volatile String answer = ok("");

    FakeGateway() throws IOException {
        Thread.ofVirtual().start(this::acceptAll);
    }

    static String ok(String headers) {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n%sContent-Length: 2\r\n\r\n{}".formatted(headers);
    }

    int port() {
        return server.getLocalPort();
    }

    void answer(String whole) {
        answer = whole;
    }

    void forget() {
        requests.clear();
    }

    /** The head of the next request. */
    String request() throws InterruptedException {
        String head = requests.poll(10, TimeUnit.SECONDS);
        if (head == null) {
            throw new AssertionError("No request came");
        }
        return head;
    }

    boolean sawNothing() {
        return requests.isEmpty();
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            for (String head = RawHttp.head(in); !head.isEmpty(); head = RawHttp.head(in)) {
                requests.add(head);
                if (head.contains("\r\nUpgrade: websocket\r\n")) {
                    out.write("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
                    in.transferTo(out);
                    return;
                }
                in.skipNBytes(RawHttp.contentLength(head));
                out.write(answer.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // The client went away.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
