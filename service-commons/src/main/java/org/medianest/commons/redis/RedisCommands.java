package org.medianest.commons.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Redis for requests of people and for open transactions: it answers soon, or fails with {@link RedisAway}. All of a service share
 * one line, so a command here must not block.
 */
@ApplicationScoped
public class RedisCommands {
    /** A transaction of a leader that waits inside may be idle for three seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final RedisLine line;

    RedisCommands(RedisLines lines) {
        this.line = lines.open(PATIENCE);
    }

    /** The item is null when Redis has nothing to say. */
    public Uni<Response> send(Request request) {
        return uni(() -> line.send(request.getDelegate())).map(RedisCommands::response);
    }

    public Uni<Response> run(LuaScript script, List<String> keys, List<String> arguments) {
        return uni(() -> line.run(script, keys, arguments)).map(RedisCommands::response);
    }

    /** All of them, with nothing in between, or none. */
    public Uni<Void> together(Request... requests) {
        List<io.vertx.redis.client.Request> all = new ArrayList<>();
        all.add(Request.cmd(Command.MULTI).getDelegate());
        List.of(requests).forEach(request -> all.add(request.getDelegate()));
        all.add(Request.cmd(Command.EXEC).getDelegate());
        return uni(() -> line.batch(all)).replaceWithVoid();
    }

    static @Nullable Response response(io.vertx.redis.client.@Nullable Response response) {
        return response == null ? null : new Response(response);
    }

    private static <T extends @Nullable Object> Uni<T> uni(Supplier<Future<T>> future) {
        return Uni.createFrom().completionStage(() -> future.get().toCompletionStage());
    }
}
