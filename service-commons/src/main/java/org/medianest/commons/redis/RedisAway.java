package org.medianest.commons.redis;

import io.vertx.redis.client.impl.types.ErrorType;
import java.util.List;

/** Redis cannot be reached, does not answer in time, or cannot do its work now. It passes by itself. */
public final class RedisAway extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What a node says that is a replica, or has just become one. */
    private static final List<String> NO_PRIMARY = List.of("READONLY", "MASTERDOWN", "UNBLOCKED");

    /** What a node says that starts, is full, cannot write to its disk, or runs a script for too long. */
    private static final List<String> NOT_NOW =
            List.of("LOADING", "OOM", "MISCONF", "BUSY ", "NOREPLICAS", "CONNECTION_CLOSED");

    RedisAway(Throwable cause) {
        super("Redis is away: " + cause.getMessage(), cause, false, false);
    }

    /** Whether Redis said it, rather than the way to it. */
    static boolean isAnswer(Throwable failure) {
        return failure instanceof ErrorType;
    }

    /** Whether it is said by a node that takes no writes because another one does. */
    static boolean isNoPrimary(Throwable failure) {
        return says(NO_PRIMARY, failure);
    }

    /** What Redis has against a command stays as it is; everything else is this. */
    static Throwable orRefusal(Throwable failure) {
        boolean refusal = isAnswer(failure) && !says(NO_PRIMARY, failure) && !says(NOT_NOW, failure);
        return refusal ? failure : new RedisAway(failure);
    }

    /** Somewhere in the message: Redis 6 puts what it tells a script, and Vert.x what it tells a batch, behind words of their own. */
    private static boolean says(List<String> words, Throwable failure) {
        String message = String.valueOf(failure.getMessage());
        return isAnswer(failure) && words.stream().anyMatch(message::contains);
    }
}
