package org.medianest.commons.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.util.List;
import java.util.stream.StreamSupport;

/** Sends commands and waits for their answers. Never use it on an event loop. */
public final class BlockingRedis {
    private final RedisLine line;

    public BlockingRedis(RedisLine line) {
        this.line = line;
    }

    /** Null when Redis has nothing to say, as after a read that waited in vain. */
    public Response send(Command command, String... arguments) {
        Request request = Request.cmd(command);
        for (String argument : arguments) {
            request.arg(argument);
        }
        return Uni.createFrom()
                .completionStage(() -> line.send(request.getDelegate()).toCompletionStage())
                .map(RedisCommands::response)
                .await()
                .indefinitely(); // the line knows when it has waited long enough
    }

    /** The elements of a list. Redis 6 has holes where entries were deleted; they are left out. */
    public static List<Response> elements(Response list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(element -> element != null && element.size() > 0)
                .toList();
    }
}
