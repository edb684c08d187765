package org.medianest.gateway.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.function.UnaryOperator;
import org.medianest.commons.redis.LuaScript;

/** A {@link LuaScript} on our own way to Redis. */
public final class RedisScript {
    private final RedisLink redis;
    private final LuaScript script;

    public RedisScript(RedisLink redis, String resource) {
        this.redis = redis;
        this.script = LuaScript.of(resource);
    }

    /** @param arguments appends the number of keys, the keys and the other arguments */
    public Future<Response> run(UnaryOperator<Request> arguments) {
        return redis.send(arguments.apply(Request.cmd(Command.EVALSHA).arg(script.hash())))
                .recover(cause -> LuaScript.isUnknown(cause)
                        ? redis.send(arguments.apply(Request.cmd(Command.EVAL).arg(script.text())))
                        : Future.failedFuture(cause));
    }
}
