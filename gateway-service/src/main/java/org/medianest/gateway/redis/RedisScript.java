package org.medianest.gateway.redis;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/** A Lua script from our jar. Redis keeps it and is told its hash only; the text goes along when it does not know it, or has forgotten. */
public final class RedisScript {
    private final RedisLink redis;
    private final String text;
    private final String hash;

    public RedisScript(RedisLink redis, String resource) {
        this.redis = redis;
        this.text = read(resource);
        this.hash = sha1(text);
    }

    /** @param arguments appends the number of keys, the keys and the other arguments */
    public Future<Response> run(UnaryOperator<Request> arguments) {
        return redis.send(arguments.apply(Request.cmd(Command.EVALSHA).arg(hash)))
                .recover(cause -> String.valueOf(cause.getMessage()).startsWith("NOSCRIPT")
                        ? redis.send(arguments.apply(Request.cmd(Command.EVAL).arg(text)))
                        : Future.failedFuture(cause));
    }

    private static String read(String resource) {
        try (InputStream lua = RedisScript.class.getResourceAsStream(resource)) {
            if (lua == null) {
                throw new IllegalStateException(resource + " is not in the jar");
            }
            return new String(lua.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String sha1(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-1", impossible);
        }
    }
}
