package org.medianest.gateway.limits;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.gateway.guard.ClientAddresses;
import org.medianest.gateway.redis.RedisLink;
import org.medianest.gateway.session.Visitor;

/**
 * Holds back who asks too much. People are counted by who they are, so that a household behind one address does not pay for one of
 * them; strangers by their address.
 *
 * <p>Without Redis nothing can be counted: guessing passwords and set-up codes is then refused, everything else passes. Nobody is
 * recognised without Redis either, so that what passes is what strangers may do.
 */
@ApplicationScoped
public class Limits {
    private static final Logger LOG = Logger.getLogger(Limits.class);
    private static final Duration COME_AGAIN = Duration.ofSeconds(2);
    private static final Set<String> GUESSABLE = Set.of("/api/v1/auth/sessions", "/api/v1/auth/setup");
    private static final String NEW_DOWNLOAD = "/api/v1/downloads";

    private final Buckets buckets;
    private final LimitConfig config;
    private final ClientAddresses addresses;
    private final MeterRegistry metrics;

    Limits(RedisLink redis, LimitConfig config, ClientAddresses addresses, MeterRegistry metrics) {
        this.buckets = new Buckets(redis);
        this.config = config;
        this.addresses = addresses;
        this.metrics = metrics;
    }

    /** Counts the request, notes in the answer how much is left, and fails with a problem when it is too much. */
    public Future<Void> count(HttpServerRequest request, String path, Visitor visitor) {
        boolean isGuess = request.method().equals(HttpMethod.POST) && GUESSABLE.contains(withoutSlash(path));
        return buckets.take(bucketsOf(request, withoutSlash(path), visitor, isGuess))
                .transform(answer -> answer.succeeded()
                        ? judge(answer.result(), request.response().headers())
                        : uncounted(answer.cause(), isGuess));
    }

    private List<Bucket> bucketsOf(HttpServerRequest request, String path, Visitor visitor, boolean isGuess) {
        List<Bucket> all = new ArrayList<>(2);
        String address = ClientAddresses.household(addresses.of(request));
        switch (visitor) {
            case Visitor.SignedIn person -> {
                LimitConfig.User user = config.user();
                all.add(Bucket.of("user", person.user(), user.requests(), user.per(), user.burst()));
                if (request.method().equals(HttpMethod.POST) && path.equals(NEW_DOWNLOAD)) {
                    LimitConfig.Downloads downloads = config.downloads();
                    all.add(Bucket.of(
                            "downloads", person.user(), downloads.requests(), downloads.per(), downloads.burst()));
                }
            }
            case Visitor.Anonymous nobody -> {
                LimitConfig.Address anyone = config.address();
                all.add(Bucket.of("address", address, anyone.requests(), anyone.per(), anyone.burst()));
            }
        }
        if (isGuess) {
            LimitConfig.SignIn signIn = config.signIn();
            all.add(Bucket.of("sign-in", address, signIn.requests(), signIn.per(), signIn.burst()));
        }
        return all;
    }

    private Future<Void> judge(Verdict verdict, MultiMap answer) {
        answer.set("RateLimit-Limit", String.valueOf(verdict.burst()))
                .set("RateLimit-Remaining", String.valueOf(verdict.remaining()))
                .set(
                        "RateLimit-Reset",
                        String.valueOf(verdict.reset().plusMillis(999).toSeconds()));
        metrics.counter(
                        "medianest.gateway.limits",
                        "limit",
                        verdict.limit(),
                        "outcome",
                        verdict.isAllowed() ? "allowed" : "refused")
                .increment();
        return verdict.isAllowed()
                ? Future.succeededFuture()
                : Future.failedFuture(CommonProblem.RATE_LIMITED
                        .because("That is more than we can take from you at once. Wait a moment and try again.")
                        .retryAfter(verdict.retryAfter()));
    }

    private Future<Void> uncounted(Throwable away, boolean isGuess) {
        LOG.debugf("redis does not answer what=limits cause=%s", away.getMessage());
        metrics.counter("medianest.gateway.limits", "limit", "unknown", "outcome", isGuess ? "refused" : "allowed")
                .increment();
        return isGuess
                ? Future.failedFuture(CommonProblem.SERVICE_UNAVAILABLE
                        .because("Signing in is not possible at the moment. Try again in a few seconds.")
                        .retryAfter(COME_AGAIN))
                : Future.succeededFuture();
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
