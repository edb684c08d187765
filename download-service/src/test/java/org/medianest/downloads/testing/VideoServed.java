package org.medianest.downloads.testing;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A video as sites send it: in ranges when asked for them, and as well or as badly as a site can. */
final class VideoServed {
    private static final int PIECE = 65_536;
    private static final int PIECES_A_SECOND = 20;

    private final byte[] bytes;
    private final CountDownLatch over = new CountDownLatch(1);

    VideoServed(byte[] bytes) {
        this.bytes = bytes;
    }

    void whole(HttpExchange exchange) throws IOException {
        send(exchange, bytes.length, PIECE, 0);
    }

    void slowly(HttpExchange exchange, long bytesPerSecond) throws IOException {
        int piece = (int) Math.max(1, bytesPerSecond / PIECES_A_SECOND);
        send(exchange, bytes.length, piece, TimeUnit.SECONDS.toMillis(1) / PIECES_A_SECOND);
    }

    /** Breaks off after a third, wherever it was asked to begin. */
    void cut(HttpExchange exchange) throws IOException {
        send(exchange, bytes.length / 3 + 1, PIECE, 0);
    }

    /** Stops after a third, without breaking off. */
    void stalled(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "video/mp4");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 3);
        exchange.getResponseBody().flush();
        never();
    }

    /** Neither answers nor hangs up. */
    void never() {
        isOverAfter(TimeUnit.MINUTES.toMillis(5));
    }

    /** Whoever still waits waits no longer. */
    void end() {
        over.countDown();
    }

    private void send(HttpExchange exchange, int most, int piece, long pauseMillis) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-.*", "$1"));
        Headers headers = exchange.getResponseHeaders();
        headers.add("Content-Type", "video/mp4");
        headers.add("Accept-Ranges", "bytes");
        if (range != null) {
            headers.add("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
        }
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(range == null ? 200 : 206, head ? -1 : bytes.length - from);
        if (!head) {
            pour(exchange.getResponseBody(), from, Math.min(bytes.length, from + most), piece, pauseMillis);
        }
    }

    private void pour(OutputStream body, int from, int to, int piece, long pauseMillis) throws IOException {
        for (int at = from; at < to; at += piece) {
            body.write(bytes, at, Math.min(piece, to - at));
            body.flush();
            if (pauseMillis > 0 && isOverAfter(pauseMillis)) {
                return;
            }
        }
    }

    private boolean isOverAfter(long millis) {
        try {
            return over.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            return true;
        }
    }
}
