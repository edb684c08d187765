package org.medianest.media.request;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.medianest.commons.event.MediaEvent.RequestProgressed;
import org.medianest.commons.live.LiveFeed;

/** Tells those who are watching how far a download is, of each request now and then only. */
@ApplicationScoped
class ProgressFeed {
    private static final Logger LOG = Logger.getLogger(ProgressFeed.class);

    /** So many downloads at once are remembered at most. */
    private static final int MOST = 1_000;

    private final RequestConfig config;
    private final LiveFeed live;
    private final Clock clock;
    private final Map<UUID, Instant> nextTime = new ConcurrentHashMap<>();

    ProgressFeed(RequestConfig config, LiveFeed live, Clock clock) {
        this.config = config;
        this.live = live;
        this.clock = clock;
    }

    /** Nobody waits for it, and nobody misses it. */
    void tell(MediaRequest request) {
        Double percent = request.percent;
        if (percent == null) {
            nextTime.remove(request.id);
        } else if (isDue(request.id)) {
            live.tell(new RequestProgressed(
                            request.id,
                            request.requester,
                            request.titleId.type().name(),
                            request.titleId.tmdbId(),
                            request.title,
                            percent,
                            request.etaSeconds))
                    .subscribe()
                    .with(told -> {}, away -> LOG.debugf("progress not told: %s", away));
        }
    }

    private boolean isDue(UUID request) {
        Instant now = clock.instant();
        if (nextTime.size() > MOST) {
            nextTime.values().removeIf(now::isAfter);
        }
        Instant next = nextTime.get(request);
        if (next != null && now.isBefore(next)) {
            return false;
        }
        nextTime.put(request, now.plus(config.progress()));
        return true;
    }
}
