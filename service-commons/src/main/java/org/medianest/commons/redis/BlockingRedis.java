package org.medianest.commons.redis;

import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** Sends commands and waits for their answers. Never use it on an event loop. */
public final class BlockingRedis {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Redis redis;

    public BlockingRedis(Redis redis) {
        this.redis = redis;
    }

    /** Null when Redis has nothing to say, as after a read that waited in vain. */
    public Response send(Command command, String... arguments) {
        Request request = Request.cmd(command);
        for (String argument : arguments) {
            request.arg(argument);
        }
        return redis.send(request).await().atMost(PATIENCE);
    }

    public Response run(LuaScript script, List<String> keys, List<String> arguments) {
        return script.run(redis, keys, arguments).await().atMost(PATIENCE);
    }

    /** The elements of a list. Redis 6 has holes where entries were deleted; they are left out. */
    public static List<Response> elements(Response list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(element -> element != null && element.size() > 0)
                .toList();
    }
}
