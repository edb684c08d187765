package org.medianest.gateway.redis;

import io.vertx.core.Future;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Redis as the requests of people use it: an answer comes soon, or not at all. */
@ApplicationScoped
public class RedisLink {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final io.vertx.redis.client.Redis redis;

    RedisLink(Redis redis) {
        this.redis = redis.getDelegate();
    }

    /** A command that always has an answer. */
    public Future<Response> send(Request request) {
        return RedisLink.<@Nullable Response>soon(redis.send(request)).map(Replies::present);
    }

    /** Commands that always have answers, sent together. */
    public Future<List<Response>> batch(List<Request> requests) {
        return soon(redis.batch(requests))
                .map(answers -> answers.stream().map(Replies::present).toList());
    }

    private static <T extends @Nullable Object> Future<T> soon(Future<T> answer) {
        return answer.timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
