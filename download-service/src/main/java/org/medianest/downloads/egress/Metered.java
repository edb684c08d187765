package org.medianest.downloads.egress;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import org.jspecify.annotations.Nullable;

/** Counts what flows through it against a pass; one byte too many fails the stream. Back-pressure is that of the target. */
final class Metered implements WriteStream<Buffer> {
    private final WriteStream<Buffer> target;
    private final EgressPass pass;

    Metered(WriteStream<Buffer> target, EgressPass pass) {
        this.target = target;
        this.pass = pass;
    }

    @Override
    public Future<Void> write(Buffer data) {
        return pass.count(data.length())
                ? target.write(data)
                : Future.failedFuture(new IllegalStateException("egress limit reached"));
    }

    @Override
    public void write(Buffer data, Handler<AsyncResult<Void>> handler) {
        write(data).onComplete(handler);
    }

    @Override
    public void end(Handler<AsyncResult<Void>> handler) {
        target.end(handler);
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        target.exceptionHandler(handler);
        return this;
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
        target.setWriteQueueMaxSize(maxSize);
        return this;
    }

    @Override
    public boolean writeQueueFull() {
        return target.writeQueueFull();
    }

    @Override
    public WriteStream<Buffer> drainHandler(@Nullable Handler<Void> handler) {
        target.drainHandler(handler);
        return this;
    }
}
