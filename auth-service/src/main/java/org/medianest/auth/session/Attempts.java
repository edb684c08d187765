package org.medianest.auth.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.medianest.auth.AuthConfig;
import org.medianest.auth.AuthProblem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.commons.redis.RedisCommands;

/**
 * Against guessing: failures are counted by canonical name and by address, and too many of either refuse the next tries until the
 * window ends. A success forgets the failures of the name, but not those of the address.
 */
@ApplicationScoped
public class Attempts {
    private final RedisCommands redis;
    private final int maxFailures;
    private final Duration window;

    Attempts(RedisCommands redis, AuthConfig config) {
        this.redis = redis;
        this.maxFailures = config.signIn().maxFailures();
        this.window = config.signIn().window();
    }

    /** Runs a try, unless there were too many failures; counts it when it is refused. */
    public <T> Uni<T> guard(String name, String address, Supplier<Uni<T>> tried) {
        List<String> keys = List.of("rate:failures:name:" + name, "rate:failures:address:" + address);
        return refuseIfTooMany(keys)
                .chain(() -> tried.get())
                .call(() -> redis.send(Request.cmd(Command.DEL).arg(keys.getFirst())))
                .onFailure(Attempts::isWrongSecret)
                .call(() -> count(keys.getFirst()).chain(() -> count(keys.getLast())));
    }

    private static boolean isWrongSecret(Throwable failure) {
        return failure instanceof ProblemException refusal
                && (refusal.kind() == AuthProblem.SIGN_IN_FAILED || refusal.kind() == AuthProblem.SETUP_CODE_WRONG);
    }

    private Uni<Void> refuseIfTooMany(List<String> keys) {
        Request counts = Request.cmd(Command.MGET);
        keys.forEach(counts::arg);
        return redis.send(counts)
                .invoke(answers -> {
                    if (StreamSupport.stream(answers.spliterator(), false).anyMatch(this::isTooMany)) {
                        throw AuthProblem.TOO_MANY_TRIES
                                .because("Wait " + window.toMinutes() + " minutes and try again.")
                                .retryAfter(window);
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> count(String key) {
        return redis.together(
                Request.cmd(Command.INCR).arg(key),
                Request.cmd(Command.EXPIRE).arg(key).arg(window.toSeconds()));
    }

    private boolean isTooMany(@Nullable Response count) {
        return count != null && count.toInteger() >= maxFailures;
    }
}
