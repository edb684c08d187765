package org.medianest.auth.password;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.medianest.auth.AuthConfig;
import org.medianest.auth.AuthProblem;
import org.medianest.commons.concurrent.CallerContext;

/**
 * Hashes and checks passwords. A hash costs 19 MiB and a tenth of a second on purpose, so few run at a time, on threads of their
 * own, some wait, and the rest is refused: a flood of sign-ins cannot take the memory or the event loop of the others.
 */
@ApplicationScoped
public class Passwords {
    private static final Duration COME_AGAIN = Duration.ofSeconds(2);

    /** What the password of a name that does not exist is checked against, so that the answer takes as long. */
    private final String nobodys = Argon2id.ofNobody();

    private final ThreadPoolExecutor hashing;

    Passwords(AuthConfig config) {
        AuthConfig.SignIn limits = config.signIn();
        hashing = new ThreadPoolExecutor(
                limits.parallelHashes(),
                limits.parallelHashes(),
                30,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.waitingHashes()),
                Thread.ofPlatform().name("password-", 0).daemon().factory());
        hashing.allowCoreThreadTimeOut(true);
    }

    public Uni<String> hash(String password) {
        return bounded(() -> Argon2id.hash(password));
    }

    /** @param hash what is stored for the name; nothing when there is no such name or it has no password */
    public Uni<Boolean> matches(String password, Optional<String> hash) {
        return bounded(() -> Argon2id.matches(password, hash.orElse(nobodys)) && hash.isPresent());
    }

    private <T> Uni<T> bounded(Supplier<T> work) {
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(hashing)
                .emitOn(CallerContext.executor())
                .onFailure(RejectedExecutionException.class)
                .transform(full -> AuthProblem.BUSY
                        .because("Wait a moment and sign in again.")
                        .retryAfter(COME_AGAIN));
    }

    @PreDestroy
    void stop() {
        hashing.shutdownNow();
    }
}
