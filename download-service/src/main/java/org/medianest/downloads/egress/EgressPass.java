package org.medianest.downloads.egress;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.medianest.commons.secret.RandomBytes;

/**
 * The right of one process to go out, until it is closed. Closing it ends every connection that it has open.
 *
 * <p>Thread-safe: the proxy counts on its event loop, the worker reads and closes from its own thread.
 */
public final class EgressPass implements AutoCloseable {
    private static final int TOKEN_BYTES = 16;

    private final String user;
    private final String token;
    private final int port;
    private final long limit;
    private final int maxConnections;
    private final Consumer<EgressPass> onClose;
    private final AtomicLong bytes = new AtomicLong();
    private final Set<Runnable> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private volatile boolean denied;

    EgressPass(String user, int port, long limit, int maxConnections, Consumer<EgressPass> onClose) {
        this.token = HexFormat.of().formatHex(RandomBytes.of(TOKEN_BYTES));
        this.user = user;
        this.port = port;
        this.limit = limit;
        this.maxConnections = maxConnections;
        this.onClose = onClose;
    }

    /** What yt-dlp and ffmpeg take as their proxy. */
    public String proxyUrl() {
        return "http://" + user + ":" + token + "@127.0.0.1:" + port;
    }

    /** Bytes fetched so far. */
    public long bytes() {
        return bytes.get();
    }

    /** Whether it has asked for something that it may not reach. Not every downloader says so. */
    public boolean wasDenied() {
        return denied;
    }

    void noteDenied() {
        denied = true;
    }

    /** The value of {@code Proxy-Authorization} that shows this pass. */
    String authorization() {
        String credentials = user + ":" + token;
        return "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.US_ASCII));
    }

    /** Counts what has come in; false when that was too much. */
    boolean count(int more) {
        return bytes.addAndGet(more) <= limit;
    }

    boolean isExhausted() {
        return bytes.get() >= limit;
    }

    /** Takes a place for a connection; false when there is none left, or the pass is closed. */
    boolean admit(Runnable connection) {
        if (closed || connections.size() >= maxConnections) {
            return false;
        }
        connections.add(connection);
        if (closed) { // closed in between, so close() may have missed it
            connection.run();
        }
        return true;
    }

    void leave(Runnable connection) {
        connections.remove(connection);
    }

    @Override
    public void close() {
        closed = true;
        onClose.accept(this);
        connections.forEach(Runnable::run);
    }
}
