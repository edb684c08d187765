package org.medianest.commons.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLoopTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        result(vertx.close());
    }

    @Test
    void otherThreadGoesToAnEventLoop() {
        boolean isLoop = result(EventLoop.call(vertx, () -> Future.succeededFuture(Context.isOnEventLoopThread())));

        assertThat(isLoop).isTrue();
    }

    @Test
    void eventLoopGoesOnAtOnce() {
        Promise<Boolean> wasAtOnce = Promise.promise();

        vertx.runOnContext(here -> wasAtOnce.complete(
                EventLoop.call(vertx, () -> Future.succeededFuture("done")).isComplete()));

        assertThat(result(wasAtOnce.future())).isTrue();
    }

    @Test
    void whatFailsThereFailsHere() {
        Future<String> failed = EventLoop.call(vertx, () -> Future.failedFuture(new IllegalStateException("no")));

        assertThat(failed.toCompletionStage().toCompletableFuture()).failsWithin(Duration.ofSeconds(30));
    }

    private static <T> T result(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
