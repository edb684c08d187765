package org.medianest.gateway.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.medianest.commons.redis.LuaScript;
import org.medianest.commons.redis.RedisLine;
import org.medianest.commons.redis.RedisLines;
import org.medianest.gateway.loop.PerLoop;

/** Redis as the requests of people use it: an answer comes soon, or not at all. */
@ApplicationScoped
public class RedisLink {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final PerLoop<RedisLine> lines;

    RedisLink(RedisLines lines) {
        this.lines = new PerLoop<>(() -> lines.open(PATIENCE));
    }

    /** A command that always has an answer. */
    public Future<Response> send(Request request) {
        return lines.get().send(request).map(Replies::present);
    }

    /** A script that always has an answer. */
    public Future<Response> run(LuaScript script, List<String> keys, List<String> arguments) {
        return lines.get().run(script, keys, arguments).map(Replies::present);
    }

    /** Commands that always have answers, sent together. */
    public Future<List<Response>> batch(List<Request> requests) {
        return lines.get()
                .batch(requests)
                .map(answers -> answers.stream().map(Replies::present).toList());
    }
}
