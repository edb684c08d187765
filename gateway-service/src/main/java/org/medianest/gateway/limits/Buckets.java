package org.medianest.gateway.limits;

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
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.medianest.gateway.redis.RedisLink;
import org.medianest.gateway.redis.Replies;

/** Takes from token buckets, all in one atomic step by one Lua script: either every bucket gives a token, or none does. */
final class Buckets {
    private final RedisLink redis;
    private final String script = script();
    private final String sha = sha1(script);

    Buckets(RedisLink redis) {
        this.redis = redis;
    }

    Future<Verdict> take(List<Bucket> buckets) {
        return redis.send(call(Command.EVALSHA, sha, buckets))
                .recover(cause -> String.valueOf(cause.getMessage()).startsWith("NOSCRIPT")
                        ? redis.send(call(Command.EVAL, script, buckets))
                        : Future.failedFuture(cause))
                .map(answer -> verdict(buckets, answer));
    }

    private static Request call(Command command, String script, List<Bucket> buckets) {
        Request request = Request.cmd(command).arg(script).arg(buckets.size());
        buckets.forEach(bucket -> request.arg(bucket.key()));
        buckets.forEach(
                bucket -> request.arg(bucket.burst()).arg(bucket.refill().toMillis()));
        return request;
    }

    private static Verdict verdict(List<Bucket> buckets, Response answer) {
        Bucket speaking = buckets.get((int) Replies.number(answer.get(1)) - 1);
        return new Verdict(
                Replies.number(answer.get(0)) == 1,
                speaking.name(),
                speaking.burst(),
                Replies.number(answer.get(2)),
                Duration.ofMillis(Replies.number(answer.get(3))),
                Duration.ofMillis(Replies.number(answer.get(4))));
    }

    private static String script() {
        try (InputStream lua = Buckets.class.getResourceAsStream("/limits/take.lua")) {
            if (lua == null) {
                throw new IllegalStateException("limits/take.lua is not in the jar");
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
