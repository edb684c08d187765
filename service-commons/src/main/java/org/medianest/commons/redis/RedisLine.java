package org.medianest.commons.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.future.PromiseInternal;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One connection that stays open, and is dialled again when it is needed after it broke. Commands follow each other without waiting
 * for answers: Redis answers in the order in which it was asked, and a pool would only let requests wait for a free connection.
 *
 * <p>An answer comes in time or the line is given up, and with it everybody who waits: a pool would keep a silent connection, count it
 * as one of its few, and hand it out again. The line is also given up when what answers is not, or no longer, the primary.
 */
public final class RedisLine implements AutoCloseable {
    private final VertxInternal vertx;
    private final ContextInternal loop;
    private final RedisOptions options;
    private final Duration patience;
    private @Nullable Call call;

    /**
     * Belongs to the event loop that it is made on, or to one of its own.
     *
     * @param patience how long an answer may take, dialling included
     */
    RedisLine(Vertx vertx, String redisUrl, Duration patience) {
        this.vertx = (VertxInternal) vertx;
        this.loop = this.vertx.getOrCreateContext().unwrap();
        this.patience = patience;
        // RESP 2: the same shape of answers from every Redis from 6.2 on
        this.options = new RedisOptions()
                .setConnectionString(redisUrl)
                .setProtocolNegotiation(false)
                .setMaxPoolSize(1)
                .setNetClientOptions(new NetClientOptions()
                        .setConnectTimeout((int) patience.toMillis())
                        .setReconnectAttempts(0)
                        .setTcpKeepAlive(true));
    }

    /** Fails with {@link RedisAway}, or with what Redis has against the command. */
    public Future<@Nullable Response> send(Request request) {
        return ask(open -> open.send(request));
    }

    /** Commands that are sent together; fails when one of them does. */
    public Future<List<@Nullable Response>> batch(List<Request> requests) {
        return ask(open -> open.batch(requests));
    }

    /** Runs a script; Redis is told its text only when it does not know it, or has forgotten. */
    public Future<@Nullable Response> run(LuaScript script, List<String> keys, List<String> arguments) {
        return send(script.byHash(keys, arguments))
                .recover(cause ->
                        LuaScript.isUnknown(cause) ? send(script.byText(keys, arguments)) : Future.failedFuture(cause));
    }

    /** Hangs up. It would dial again for another command. */
    @Override
    public void close() {
        Call current;
        synchronized (this) {
            current = call;
        }
        if (current != null) {
            hangUp(current);
        }
    }

    private <T extends @Nullable Object> Future<T> ask(Function<RedisConnection, Future<T>> question) {
        Call current = open();
        Future<T> answer = current.connection.succeeded()
                ? question.apply(current.connection.result())
                : onceOpen(current.connection, question);
        return answer.timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(cause -> {
                    if (!RedisAway.isAnswer(cause) || RedisAway.isNoPrimary(cause)) {
                        hangUp(current);
                    }
                })
                .recover(cause -> Future.failedFuture(RedisAway.orRefusal(cause)));
    }

    /** A future hands on the context that it was made in: what follows must not run in that of the request that dialled. */
    private <T extends @Nullable Object> Future<T> onceOpen(
            Future<RedisConnection> connection, Function<RedisConnection, Future<T>> question) {
        PromiseInternal<RedisConnection> mine = vertx.promise();
        connection.onComplete(mine);
        return mine.future().compose(question);
    }

    private synchronized Call open() {
        if (call == null) {
            Call fresh = new Call();
            call = fresh;
            loop.runOnContext(go -> fresh.dial());
        }
        return call;
    }

    private void hangUp(Call old) {
        synchronized (this) {
            if (call != old) {
                return;
            }
            call = null;
        }
        loop.runOnContext(go -> old.end());
    }

    /** A client for one connection, because closing the client is what gets rid of a connection that does not answer any more. */
    private final class Call {
        private final PromiseInternal<RedisConnection> dialled = loop.promise();
        final Future<RedisConnection> connection = dialled.future();
        private @Nullable Redis client;

        /** On the loop, and in no request: the client binds itself to the context that it is made in. */
        void dial() {
            client = Redis.createClient(vertx, options);
            client.connect()
                    .onSuccess(open -> open.endHandler(end -> hangUp(this)).exceptionHandler(broken -> hangUp(this)))
                    .onFailure(away -> hangUp(this))
                    .onComplete(dialled);
        }

        void end() {
            if (client != null) {
                client.close();
            }
        }
    }
}
