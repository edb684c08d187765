package org.medianest.gateway.backend;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A process of a service, over real sockets. */
final class TestReplica {
    private final Vertx vertx;
    private final AtomicInteger heard = new AtomicInteger();
    private volatile Mood mood = Mood.WELL;
    private HttpServer server;

    enum Mood {
        WELL,
        LEAVING,
        /** Hears each request, and cuts the connection instead of an answer. */
        HANGING_UP
    }

    private TestReplica(Vertx vertx, int port) {
        this.vertx = vertx;
        this.server = listen(port);
    }

    static TestReplica start(Vertx vertx) {
        return new TestReplica(vertx, 0);
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort();
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
        return await(vertx.createHttpServer().requestHandler(this::handle).listen(port, "127.0.0.1"));
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
