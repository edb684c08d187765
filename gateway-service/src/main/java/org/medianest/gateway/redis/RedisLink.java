package org.medianest.gateway.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.medianest.gateway.loop.PerLoop;

/** Redis as the requests of people use it: an answer comes soon, or not at all. */
@ApplicationScoped
public class RedisLink {
    private final PerLoop<RedisLine> lines;

    RedisLink(Vertx vertx, @ConfigProperty(name = "medianest.redis") String redisUrl) {
        this.lines = new PerLoop<>(() -> new RedisLine(vertx, redisUrl));
    }

    /** A command that always has an answer. */
    public Future<Response> send(Request request) {
        return lines.get().<@Nullable Response>ask(open -> open.send(request)).map(Replies::present);
    }

    /** Commands that always have answers, sent together. */
    public Future<List<Response>> batch(List<Request> requests) {
        return lines.get()
                .ask(open -> open.batch(requests))
                .map(answers -> answers.stream().map(Replies::present).toList());
    }
}
