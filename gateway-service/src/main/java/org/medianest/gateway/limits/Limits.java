package org.medianest.gateway.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.gateway.limits.Limit.Counts;

/**
 * Holds back who asks too much. People are counted by who they are, so that a household behind one address does not pay for one of
 * them; strangers by their address.
 *
 * <p>When nothing can be counted, guessing passwords and set-up codes is refused, everything else passes.
 */
@ApplicationScoped
public class Limits {
    private static final Duration COME_AGAIN = Duration.ofSeconds(2);
    private static final Set<String> GUESSABLE = Set.of("/api/v1/auth/sessions", "/api/v1/auth/setup");
    private static final String DOWNLOADS = "/api/v1/downloads";
    private static final String IMAGES = "/api/v1/media/images/";

    private static final CharSequence LIMIT = HttpHeaders.createOptimized("RateLimit-Limit");
    private static final CharSequence REMAINING = HttpHeaders.createOptimized("RateLimit-Remaining");
    private static final CharSequence RESET = HttpHeaders.createOptimized("RateLimit-Reset");

    private final Allowance ordinary;
    private final Allowance picture;
    private final Allowance file;
    private final Allowance guess;
    private final Allowance newDownload;
    private final MeterRegistry metrics;
    private final Map<Outcome, Counter> counters = new ConcurrentHashMap<>();

    Limits(LimitConfig config, MeterRegistry metrics) {
        this.metrics = metrics;
        Limit user = Limit.of(Counts.PERSON, "user", config.user());
        Limit pictures = Limit.of(Counts.PERSON, "pictures", config.pictures());
        Limit files = Limit.of(Counts.PERSON, "files", config.files());
        Limit address = Limit.of(Counts.STRANGER, "address", config.address());
        Limit signIn = Limit.of(Counts.ADDRESS, "sign-in", config.signIn());
        Limit downloads = Limit.of(Counts.PERSON, "downloads", config.downloads());
        this.ordinary = new Allowance(List.of(user, address), false);
        this.picture = new Allowance(List.of(pictures, address), false);
        this.file = new Allowance(List.of(files, address), false);
        this.guess = new Allowance(List.of(user, address, signIn), true);
        this.newDownload = new Allowance(List.of(user, address, downloads), false);
    }

    private record Outcome(String limit, boolean isAllowed) {}

    /** What counts for a request. */
    public Allowance of(HttpMethod method, String path) {
        if (method.equals(HttpMethod.POST)) {
            String named = withoutSlash(path);
            return GUESSABLE.contains(named) ? guess : named.equals(DOWNLOADS) ? newDownload : ordinary;
        }
        return isPicture(path) ? picture : isFile(path) ? file : ordinary;
    }

    private static boolean isPicture(String path) {
        return path.startsWith(IMAGES) || path.startsWith(DOWNLOADS) && path.endsWith("/thumbnail");
    }

    private static boolean isFile(String path) {
        return path.startsWith(DOWNLOADS) && path.endsWith("/file");
    }

    /** Notes in the answer how much is left, and says why the request goes no further, if so. */
    public Optional<ProblemException> refusal(Verdict verdict, Allowance allowance, MultiMap answer) {
        return switch (verdict) {
            case Verdict.Counted counted -> {
                note(counted, answer);
                yield counted.isAllowed() ? Optional.empty() : Optional.of(tooMuch(counted));
            }
            case Verdict.Uncounted uncounted -> {
                count("unknown", !allowance.isGuess());
                yield allowance.isGuess() ? Optional.of(notNow()) : Optional.empty();
            }
        };
    }

    private void note(Verdict.Counted verdict, MultiMap answer) {
        answer.set(LIMIT, String.valueOf(verdict.burst()))
                .set(REMAINING, String.valueOf(verdict.remaining()))
                .set(RESET, String.valueOf(verdict.reset().plusMillis(999).toSeconds()));
        count(verdict.limit(), verdict.isAllowed());
    }

    private void count(String limit, boolean isAllowed) {
        counters.computeIfAbsent(new Outcome(limit, isAllowed), this::counter).increment();
    }

    private Counter counter(Outcome outcome) {
        return metrics.counter(
                "medianest.gateway.limits",
                "limit",
                outcome.limit(),
                "outcome",
                outcome.isAllowed() ? "allowed" : "refused");
    }

    private static ProblemException tooMuch(Verdict.Counted verdict) {
        return CommonProblem.RATE_LIMITED
                .because("That is more than we can take from you at once. Wait a moment and try again.")
                .retryAfter(verdict.retryAfter());
    }

    private static ProblemException notNow() {
        return CommonProblem.SERVICE_UNAVAILABLE
                .because("Signing in is not possible at the moment. Try again in a few seconds.")
                .retryAfter(COME_AGAIN);
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }
}
