package org.medianest.gateway.uptimekuma;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.secret.SecretUnreadable;
import org.medianest.gateway.problem.GatewayProblem;

/** What the admin does about Uptime Kuma. */
@ApplicationScoped
public class UptimeKumaDesk {
    private static final Duration TEST_COUNTS = Duration.ofMinutes(10);

    private final UptimeKumaSettings settings;
    private final UptimeSources sources;
    private final Clock clock;
    private volatile @Nullable Proven proven;

    UptimeKumaDesk(UptimeKumaSettings settings, UptimeSources sources, Clock clock) {
        this.settings = settings;
        this.sources = sources;
        this.clock = clock;
    }

    /** A two-factor code is good once, and the test has used it: saving goes by the token that the test was given. */
    private record Proven(Access.Socket access, Secret token, Instant at) {
        boolean isFor(Access.Socket asked, Instant now) {
            return now.isBefore(at.plus(TEST_COUNTS))
                    && access.url().equals(asked.url())
                    && access.username().equals(asked.username())
                    && access.password().equals(asked.password());
        }
    }

    public Uni<TestAnswer> test(UptimeKumaRequest request) {
        return kept().chain(kept -> switch (request.access(kept)) {
            case Access.Socket access -> login(access);
            case Access access -> ask(sources.of(access));
        });
    }

    /** Fails with a problem when a code was given and is not accepted; without one, how it goes is seen later. */
    public Uni<Void> save(UptimeKumaRequest request, UUID admin) {
        return kept().chain(kept -> switch (request.access(kept)) {
            case Access.Socket access -> save(access, admin);
            case Access access -> settings.save(access, admin);
        });
    }

    public Uni<Void> forget(UUID admin) {
        return settings.forget(admin);
    }

    private Uni<Void> save(Access.Socket access, UUID admin) {
        if (access.token() == null && access.code() != null && token(access) == null) {
            return login(access)
                    .chain(answer -> answer.ok()
                            ? settings.save(with(access, token(access)), admin)
                            : Uni.createFrom().failure(GatewayProblem.SOURCE_REFUSED.because(answer.message())));
        }
        return settings.save(with(access, access.token() == null ? token(access) : access.token()), admin);
    }

    private @Nullable Secret token(Access.Socket access) {
        Proven last = proven;
        return last != null && last.isFor(access, clock.instant()) ? last.token() : null;
    }

    private static Access.Socket with(Access.Socket access, @Nullable Secret token) {
        return new Access.Socket(access.url(), access.username(), access.password(), token, null);
    }

    private Uni<TestAnswer> login(Access.Socket access) {
        SocketSource source = sources.socket(access);
        return ask(source).invoke(answer -> {
            Secret token = source.lastToken();
            if (answer.ok() && token != null) {
                proven = new Proven(access, token, clock.instant());
            }
        });
    }

    private static Uni<TestAnswer> ask(UptimeSource source) {
        return Uni.createFrom()
                .completionStage(() -> source.test().toCompletionStage())
                .onTermination()
                .invoke(source::close);
    }

    private Uni<Optional<Access>> kept() {
        return settings.find().map(found -> found.flatMap(this::opened));
    }

    /** What cannot be opened any more must be entered again. */
    private Optional<Access> opened(KumaSource source) {
        try {
            return Optional.of(settings.access(source));
        } catch (SecretUnreadable unreadable) {
            return Optional.empty();
        }
    }
}
