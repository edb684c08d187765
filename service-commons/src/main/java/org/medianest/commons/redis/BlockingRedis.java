package org.medianest.commons.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

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
        return await(() -> line.send(request.getDelegate()));
    }

    public Response run(LuaScript script, List<String> keys, List<String> arguments) {
        return await(() -> line.run(script, keys, arguments));
    }

    /** The line knows when it has waited long enough. */
    private static Response await(Supplier<Future<io.vertx.redis.client.@Nullable Response>> answer) {
        return Uni.createFrom()
                .completionStage(() -> answer.get().toCompletionStage())
                .map(RedisCommands::response)
                .await()
                .indefinitely();
    }

    /** The elements of a list. Redis 6 has holes where entries were deleted; they are left out. */
    public static List<Response> elements(Response list) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(element -> element != null && element.size() > 0)
                .toList();
    }
}
