package org.medianest.media.library;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.drain.Farewell;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Leadership.Campaign;
import org.medianest.commons.leader.Term;
import org.medianest.media.integration.ConnectedPlex;
import org.medianest.media.integration.Integrations;
import org.medianest.media.integration.IntegrationsChanged;
import org.medianest.media.library.ScanStore.Scan;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;

/** Looks after the copy of the library, in one replica at a time, on a thread of its own. */
@ApplicationScoped
class LibraryWatch {
    private static final Logger LOG = Logger.getLogger(LibraryWatch.class);
    private static final String TASK = "library";
    private static final Duration TICK = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MATCHING = Duration.ofMinutes(10);

    private final Leadership leadership;
    private final Integrations integrations;
    private final ScanStore scans;
    private final LibraryScan scan;
    private final Newest newest;
    private final Matching matching;
    private final PlexNews news;
    private final LibraryMetrics metrics;
    private final LibraryConfig config;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private volatile boolean changed;
    private @Nullable Thread loop;
    private @Nullable Campaign campaign;
    private Instant nextPoll = Instant.MIN;

    LibraryWatch(
            Leadership leadership,
            Integrations integrations,
            ScanStore scans,
            LibraryScan scan,
            Newest newest,
            Matching matching,
            PlexNews news,
            LibraryMetrics metrics,
            LibraryConfig config,
            Clock clock) {
        this.leadership = leadership;
        this.integrations = integrations;
        this.scans = scans;
        this.scan = scan;
        this.newest = newest;
        this.matching = matching;
        this.news = news;
        this.metrics = metrics;
        this.config = config;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        running = true;
        loop = Thread.ofPlatform().daemon().name("library").start(this::watch);
    }

    void stop(@Observes ShutdownEvent event, Farewell farewell) {
        running = false;
        wake();
        news.hush();
        if (loop != null) {
            loop.interrupt();
        }
        farewell.await(loop);
        if (campaign != null) {
            campaign.close();
        }
    }

    /** Another server, or other sections, or another key: all of it is read at once. */
    void hear(@Observes IntegrationsChanged integration) {
        if (integration.kind() == SystemKind.PLEX) {
            changed = true;
            scans.want()
                    .subscribe()
                    .with(done -> wake(), failure -> LOG.warnf("scan not noted, it comes later: %s", failure));
        }
    }

    /** There is something to do, perhaps: it looks now, and not at its next turn. */
    void wake() {
        wake.release();
    }

    private void watch() {
        campaign = leadership.campaign(TASK);
        while (running) {
            try {
                Optional<Term> term = campaign.term();
                if (term.isPresent()) {
                    lead(term.get());
                } else {
                    news.hush();
                    metrics.scanned(null);
                }
                wake.tryAcquire(TICK.toMillis(), TimeUnit.MILLISECONDS);
                wake.drainPermits();
            } catch (InterruptedException stopped) {
                return;
            } catch (Term.Over | Superseded | ConnectedPlex.Replaced over) {
                LOG.debugf("library: %s", over.getMessage());
            } catch (RuntimeException notNow) {
                LOG.warnf("library cannot be looked after now, trying again: %s", notNow);
                pause();
            }
        }
    }

    private void lead(Term term) {
        changed = false;
        Optional<ConnectedPlex> plex = await(integrations.plex());
        if (plex.isPresent()) {
            news.listenTo(plex.get().connection(), this::wake);
            lookAfter(term, plex.get());
        } else {
            news.hush();
            metrics.scanned(null);
        }
    }

    private void lookAfter(Term term, ConnectedPlex plex) {
        Scan state = await(scans.read());
        metrics.scanned(state.finishedAt());
        try {
            if (isDue(state, plex.machine())) {
                scan.run(term, plex, () -> betweenPages(term, plex));
                await(matching.afterScan(term, plex), MATCHING);
                nextPoll = clock.instant().plus(config.newestEvery());
            } else if (state.machine().equals(plex.machine())) {
                takeNews(term, plex);
                poll(term, plex);
            }
        } catch (SystemDown down) {
            LOG.debugf("library: %s", down.reason());
            if (isDue(state, plex.machine())) {
                scan.fail(term, plex, down);
            }
        }
    }

    private void betweenPages(Term term, ConnectedPlex plex) {
        if (changed || !running) {
            throw new Superseded();
        }
        takeNews(term, plex);
    }

    private void takeNews(Term term, ConnectedPlex plex) {
        Set<String> keys = news.take();
        if (!keys.isEmpty()) {
            newest.refresh(term, plex, keys);
        }
    }

    private void poll(Term term, ConnectedPlex plex) {
        if (news.hasMissed() || !clock.instant().isBefore(nextPoll)) {
            nextPoll = clock.instant().plus(config.newestEvery());
            newest.poll(term, plex);
        }
    }

    private boolean isDue(Scan state, String machine) {
        Instant now = clock.instant();
        return state.wanted()
                || !state.machine().equals(machine) && !isFailedJustNow(state, now)
                || switch (state.state()) {
                    case NEVER, RUNNING -> true;
                    case FAILED -> !isFailedJustNow(state, now);
                    case DONE -> !now.isBefore(state.touchedAt().plus(config.scanEvery()));
                };
    }

    private boolean isFailedJustNow(Scan state, Instant now) {
        return state.state() == Scan.State.FAILED
                && now.isBefore(state.touchedAt().plus(config.retryAfter()));
    }

    private static <T> T await(Uni<T> work) {
        return await(work, PATIENCE);
    }

    private static <T> T await(Uni<T> work, Duration patience) {
        return work.await().atMost(patience);
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(TICK.toMillis());
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    /** A scan need not be finished: it begins anew with other settings, or goes on in the next life. */
    private static final class Superseded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Superseded() {
            super("the settings have changed, or the service stops", null, false, false);
        }
    }
}
