package org.medianest.gateway.redis;

import io.vertx.redis.client.Response;
import org.jspecify.annotations.Nullable;

/** Reads the answers of Redis. */
public final class Replies {
    private Replies() {}

    public static Response present(@Nullable Response reply) {
        if (reply == null) {
            throw new IllegalStateException("Redis answered nothing");
        }
        return reply;
    }

    public static long number(@Nullable Response reply) {
        Long number = present(reply).toLong();
        if (number == null) {
            throw new IllegalStateException("Redis answered no number");
        }
        return number;
    }

    public static @Nullable String text(@Nullable Response reply) {
        return reply == null ? null : reply.toString();
    }
}
