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
import org.medianest.gateway.uptimekuma.MonitorBook.News;
import org.medianest.gateway.uptimekuma.MonitorBook.TokenNews;
import org.medianest.gateway.watch.Beats;
import org.medianest.gateway.watch.Subject;
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
    private final Beats beats;
    private final Subjects subjects;
    private final Clock clock;
    private volatile @Nullable Following following;

    UptimeKumaFeed(
            Vertx vertx,
            UptimeKumaSettings settings,
            UptimeSources sources,
            UptimeKumaConfig config,
            Beats beats,
            Subjects subjects,
            Clock clock) {
        this.vertx = vertx;
        this.settings = settings;
        this.sources = sources;
        this.config = config;
        this.beats = beats;
        this.subjects = subjects;
        this.clock = clock;
    }

    /** To be called again and again by the one that watches: does what the settings say now. */
    public Uni<Void> follow(Term term) {
        return settings.find().chain(found -> follow(term, found));
    }

    /** Lets go; another replica may follow now. */
    public synchronized void leave() {
        Following last = following;
        following = null;
        if (last != null) {
            last.close();
        }
    }

    private Uni<Void> follow(Term term, Optional<KumaSource> found) {
        Following current = following;
        UUID wanted = found.map(KumaSource::version).orElse(null);
        if (current != null && current.version.equals(wanted)) {
            current.flush();
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
            Following next = new Following(term, source.version(), sources.of(settings.access(source)));
            following = next;
            next.source.follow(next.book);
            return Uni.createFrom().voidItem();
        } catch (SecretUnreadable unreadable) {
            LOG.warnf("secret of uptime kuma cannot be opened cause=%s", unreadable.getMessage());
            return settings.note(
                    source.version(),
                    SourceState.REFUSED,
                    "What was kept of it cannot be read any more. Enter it again, and save.");
        }
    }

    /** One source in one term. What it says is kept in one transaction after the other. */
    private final class Following {
        private final Term term;
        private final UUID version;
        private final UptimeSource source;
        private final MonitorBook book;
        private boolean isKeeping;
        private boolean isPlanned;
        private boolean isOver;

        Following(Term term, UUID version, UptimeSource source) {
            this.term = term;
            this.version = version;
            this.source = source;
            this.book = new MonitorBook(this::plan, config.lostAfter(), clock);
        }

        synchronized void close() {
            isOver = true;
            source.close();
        }

        private synchronized void plan() {
            if (!isPlanned && !isOver) {
                isPlanned = true;
                vertx.setTimer(config.gather().toMillis(), id -> {
                    planned();
                    flush();
                });
            }
        }

        private synchronized void planned() {
            isPlanned = false;
        }

        private synchronized boolean mayKeep() {
            if (isKeeping || isOver) {
                return false;
            }
            isKeeping = true;
            return true;
        }

        private synchronized void kept() {
            isKeeping = false;
        }

        private void flush() {
            if (!mayKeep()) {
                return;
            }
            News news = book.take();
            keep(news)
                    .subscribe()
                    .with(
                            done -> {
                                kept();
                                if (book.hasMore() || !news.isNothing()) {
                                    plan();
                                }
                            },
                            failure -> {
                                // the next round of the one who watches tries again
                                LOG.debugf("what uptime kuma said is not kept yet cause=%s", failure.getMessage());
                                book.giveBack(news);
                                kept();
                            });
        }

        private Uni<Void> keep(News news) {
            Uni<Void> kept = Uni.createFrom().voidItem();
            List<Monitor> monitors = news.monitors();
            if (monitors != null) {
                kept = kept.chain(() -> subjects.keepOnly(
                        term,
                        WatchKind.MONITOR,
                        monitors.stream().map(Following::subject).toList()));
            }
            kept = kept.chain(() -> beats.keep(term, news.beats()));
            if (!news.uptimes().isEmpty()) {
                kept = kept.chain(() -> subjects.told(news.uptimes()));
            }
            TokenNews token = news.token();
            if (token != null) {
                kept = kept.chain(() -> settings.keepToken(version, token.secret()));
            }
            MonitorBook.Standing standing = news.standing();
            if (standing != null) {
                kept = kept.chain(() -> settings.note(version, standing.state(), standing.message()));
            }
            return kept;
        }

        private static Subject subject(Monitor monitor) {
            return new Subject(monitor.id(), WatchKind.MONITOR, monitor.name(), monitor.group(), null);
        }
    }
}
