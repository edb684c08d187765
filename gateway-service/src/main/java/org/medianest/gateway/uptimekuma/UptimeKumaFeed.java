package org.medianest.gateway.uptimekuma;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.leader.Term;
import org.medianest.commons.secret.SecretUnreadable;
import org.medianest.gateway.watch.Subjects;
import org.medianest.gateway.watch.WatchKind;

/** Follows the household's Uptime Kuma, for the replica that watches, and keeps what it says. */
@ApplicationScoped
public class UptimeKumaFeed {
    private static final Logger LOG = Logger.getLogger(UptimeKumaFeed.class);

    private final Vertx vertx;
    private final UptimeKumaSettings settings;
    private final UptimeSources sources;
    private final UptimeKumaConfig config;
    private final HeardStore heard;
    private final Subjects subjects;
    private final Clock clock;
    private volatile @Nullable Followed followed;

    UptimeKumaFeed(
            Vertx vertx,
            UptimeKumaSettings settings,
            UptimeSources sources,
            UptimeKumaConfig config,
            HeardStore heard,
            Subjects subjects,
            Clock clock) {
        this.vertx = vertx;
        this.settings = settings;
        this.sources = sources;
        this.config = config;
        this.heard = heard;
        this.subjects = subjects;
        this.clock = clock;
    }

    private record Followed(UUID version, FollowedSource source) {}

    /** To be called again and again by the one that watches: does what the settings say now. */
    public Uni<Void> follow(Term term) {
        return settings.find().chain(found -> follow(term, found));
    }

    /** Lets go; another replica may follow now. */
    public synchronized void leave() {
        Followed last = followed;
        followed = null;
        if (last != null) {
            last.source().close();
        }
    }

    private Uni<Void> follow(Term term, Optional<KumaSource> found) {
        Followed current = followed;
        UUID wanted = found.map(KumaSource::version).orElse(null);
        if (current != null && current.version().equals(wanted)) {
            current.source().flush();
            return Uni.createFrom().voidItem();
        }
        leave();
        if (found.isPresent()) {
            return begin(term, found.get());
        }
        return current == null ? Uni.createFrom().voidItem() : subjects.keepOnly(term, WatchKind.MONITOR, List.of());
    }

    private Uni<Void> begin(Term term, KumaSource source) {
        try {
            UUID version = source.version();
            FollowedSource next = new FollowedSource(
                    vertx, sources.of(settings.access(source)), config, clock, news -> heard.keep(term, version, news));
            followed = new Followed(version, next);
            next.begin();
            return Uni.createFrom().voidItem();
        } catch (SecretUnreadable unreadable) {
            LOG.warnf("secret of uptime kuma cannot be opened cause=%s", unreadable.getMessage());
            return settings.note(
                    source.version(),
                    SourceState.REFUSED,
                    "What was kept of it cannot be read any more. Enter it again, and save.");
        }
    }
}
