package org.medianest.gateway.backend;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A process of a service, over real sockets. */
final class TestReplica {
    static final String HOME = "127.0.0.1";

    private final Vertx vertx;
    private final String address;
    private final AtomicInteger heard = new AtomicInteger();
    private volatile Mood mood = Mood.WELL;
    private HttpServer server;

    enum Mood {
        WELL,
        LEAVING,
        /** Hears each request, and cuts the connection instead of an answer. */
        HANGING_UP
    }

    private TestReplica(Vertx vertx, String address, int port) {
        this.vertx = vertx;
        this.address = address;
        this.server = listen(port);
    }

    static TestReplica start(Vertx vertx) {
        return new TestReplica(vertx, HOME, 0);
    }

    /** At the same port of another address, which a name may lead to as well. */
    TestReplica successorAt(String elsewhere) {
        return new TestReplica(vertx, elsewhere, server.actualPort());
    }

    String url() {
        return "http://" + address + ":" + server.actualPort();
    }

    int heard() {
        return heard.get();
    }

    void become(Mood now) {
        mood = now;
    }

    void die() {
        await(server.close());
    }

    void comeBack() {
        server = listen(server.actualPort());
    }

    private HttpServer listen(int port) {
        return await(vertx.createHttpServer().requestHandler(this::handle).listen(port, address));
    }

    private void handle(HttpServerRequest request) {
        heard.incrementAndGet();
        switch (mood) {
            case WELL -> request.response().end("well");
            case LEAVING ->
                request.response()
                        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                        .end("well");
            case HANGING_UP -> request.connection().close();
        }
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException
                | java.util.concurrent.ExecutionException
                | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
