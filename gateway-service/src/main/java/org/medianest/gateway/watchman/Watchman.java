package org.medianest.gateway.watchman;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;
import org.medianest.gateway.probe.Probes;
import org.medianest.gateway.probe.StatusConfig;
import org.medianest.gateway.uptimekuma.UptimeKumaFeed;
import org.medianest.gateway.watch.Beats;
import org.medianest.gateway.watch.Subjects;

/**
 * Watches, while this replica is the one that does. One round follows the other; everything that it does is fenced by its term, so one
 * that was replaced changes nothing any more. Without Postgres nobody leads, and nobody watches.
 */
@ApplicationScoped
class Watchman {
    private static final Logger LOG = Logger.getLogger(Watchman.class);
    private static final Duration TIDYING = Duration.ofHours(1);

    private final Vertx vertx;
    private final Leadership leadership;
    private final Subjects subjects;
    private final Probes probes;
    private final Beats beats;
    private final UptimeKumaFeed uptimeKuma;
    private final long tick;
    private final Clock clock;
    private Leadership.@Nullable Campaign campaign;
    private Optional<Term> term = Optional.empty();
    private Instant tidiedAt = Instant.EPOCH;
    private boolean isFurnished;
    private boolean isInterrupted;
    private volatile boolean isStopped;

    Watchman(
            Vertx vertx,
            Leadership leadership,
            Subjects subjects,
            Probes probes,
            Beats beats,
            UptimeKumaFeed uptimeKuma,
            StatusConfig config,
            Clock clock) {
        this.vertx = vertx;
        this.leadership = leadership;
        this.subjects = subjects;
        this.probes = probes;
        this.beats = beats;
        this.uptimeKuma = uptimeKuma;
        this.tick = config.tick().toMillis();
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        campaign = leadership.campaign("watch");
        vertx.getOrCreateContext().runOnContext(go -> next());
    }

    void stop(@Observes ShutdownEvent event) {
        isStopped = true;
        uptimeKuma.leave();
        if (campaign != null) {
            campaign.close();
        }
    }

    private void next() {
        if (!isStopped) {
            vertx.setTimer(tick, id -> round());
        }
    }

    private void round() {
        Optional<Term> current = campaign == null ? Optional.empty() : campaign.term();
        if (!current.equals(term)) {
            term = current;
            uptimeKuma.leave();
            probes.beginAnew();
            isFurnished = false;
        }
        watch(current).subscribe().with(done -> interrupted(null), this::interrupted);
    }

    private Uni<Void> watch(Optional<Term> current) {
        if (current.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant now = clock.instant();
        return furnish()
                .chain(subjects::probed)
                .chain(all -> probes.look(all, now))
                .chain(found -> beats.keep(current.get(), found))
                .chain(() -> uptimeKuma.follow(current.get()))
                .chain(() -> tidy(now));
    }

    private Uni<Void> furnish() {
        return isFurnished
                ? Uni.createFrom().voidItem()
                : subjects.keep(Probes.house()).invoke(() -> isFurnished = true);
    }

    private Uni<Void> tidy(Instant now) {
        if (now.isBefore(tidiedAt.plus(TIDYING))) {
            return Uni.createFrom().voidItem();
        }
        tidiedAt = now;
        return beats.forgetOld(now);
    }

    private void interrupted(@Nullable Throwable cause) {
        if (cause != null && !isInterrupted) {
            LOG.warnf("watching interrupted, trying again cause=%s", cause);
        } else if (cause == null && isInterrupted) {
            LOG.info("watching goes on");
        }
        isInterrupted = cause != null;
        next();
    }
}
