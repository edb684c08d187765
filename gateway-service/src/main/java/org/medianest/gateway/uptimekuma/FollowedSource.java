package org.medianest.gateway.uptimekuma;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.medianest.gateway.uptimekuma.MonitorBook.News;

/** A source while it is followed. What it says is gathered for a moment, and kept in one transaction after the other. */
final class FollowedSource implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(FollowedSource.class);

    private final Vertx vertx;
    private final UptimeSource source;
    private final Duration gather;
    private final Function<News, Uni<Void>> keep;
    private final MonitorBook book;
    private boolean isKeeping;
    private boolean isPlanned;
    private boolean isOver;

    FollowedSource(
            Vertx vertx, UptimeSource source, UptimeKumaConfig config, Clock clock, Function<News, Uni<Void>> keep) {
        this.vertx = vertx;
        this.source = source;
        this.gather = config.gather();
        this.keep = keep;
        this.book = new MonitorBook(this::plan, config.lostAfter(), clock);
    }

    void begin() {
        source.follow(book);
    }

    @Override
    public synchronized void close() {
        isOver = true;
        source.close();
    }

    /** Keeps what was heard so far, unless it is at it. */
    void flush() {
        if (!mayKeep()) {
            return;
        }
        News news = book.take();
        keep.apply(news)
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

    private synchronized void plan() {
        if (!isPlanned && !isOver) {
            isPlanned = true;
            vertx.setTimer(gather.toMillis(), id -> {
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
}
