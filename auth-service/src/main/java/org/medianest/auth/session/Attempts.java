package org.medianest.auth.session;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.medianest.auth.AuthConfig;
import org.medianest.auth.AuthProblem;
import org.medianest.commons.problem.ProblemException;

/**
 * Against guessing: failures are counted by canonical name and by address, and too many of either refuse the next tries until the
 * window ends. A success forgets the failures of the name, but not those of the address.
 */
@ApplicationScoped
public class Attempts {
    private final ReactiveRedisDataSource redis;
    private final int maxFailures;
    private final Duration window;

    Attempts(ReactiveRedisDataSource redis, AuthConfig config) {
        this.redis = redis;
        this.maxFailures = config.signIn().maxFailures();
        this.window = config.signIn().window();
    }

    /** Runs a try, unless there were too many failures; counts it when it is refused. */
    public <T> Uni<T> guard(String name, String address, Supplier<Uni<T>> tried) {
        List<String> keys = List.of("rate:failures:name:" + name, "rate:failures:address:" + address);
        return refuseIfTooMany(keys)
                .chain(() -> tried.get())
                .call(() -> redis.key().del(keys.getFirst()))
                .onFailure(Attempts::isWrongSecret)
                .call(() -> count(keys.getFirst()).chain(() -> count(keys.getLast())));
    }

    private static boolean isWrongSecret(Throwable failure) {
        return failure instanceof ProblemException refusal
                && (refusal.kind() == AuthProblem.SIGN_IN_FAILED || refusal.kind() == AuthProblem.SETUP_CODE_WRONG);
    }

    private Uni<Void> refuseIfTooMany(List<String> keys) {
        return redis.value(String.class).mget(keys.toArray(String[]::new)).map(counts -> {
            boolean tooMany =
                    counts.values().stream().anyMatch(count -> count != null && Integer.parseInt(count) >= maxFailures);
            if (tooMany) {
                throw AuthProblem.TOO_MANY_TRIES
                        .because("Wait " + window.toMinutes() + " minutes and try again.")
                        .retryAfter(window);
            }
            return null;
        });
    }

    private Uni<Void> count(String key) {
        return redis.withTransaction(tx ->
                        tx.value(Long.class).incr(key).chain(() -> tx.key().expire(key, window)))
                .replaceWithVoid();
    }
}
