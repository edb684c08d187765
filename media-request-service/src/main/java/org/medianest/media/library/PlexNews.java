package org.medianest.media.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.media.system.Call;
import org.medianest.media.system.Connection;
import org.medianest.media.system.Query;
import org.medianest.media.system.SystemStream;
import org.medianest.media.system.SystemStream.Listening;

/** What the Plex server says while things happen on it. Whatever is lost of it, asking and scanning bring up later. */
@ApplicationScoped
class PlexNews {
    private static final Logger LOG = Logger.getLogger(PlexNews.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data:";
    private static final int PROCESSED = 5;
    private static final int MOST_WAITING = 1_000;
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final SystemStream stream;
    private final Clock clock;
    private final Set<String> waiting = new LinkedHashSet<>();
    private @Nullable Connection source;
    private @Nullable Listening listening;
    private Instant nextTry = Instant.MIN;
    private boolean missed;

    PlexNews(SystemStream stream, Clock clock) {
        this.stream = stream;
        this.clock = clock;
    }

    /** Listens to this server from now on, again and again. Cheap when it does so already. */
    synchronized void listenTo(Connection plex, Runnable onNews) {
        if (listening != null && !listening.isOver() && plex.equals(source)) {
            return;
        }
        if (plex.equals(source) && clock.instant().isBefore(nextTry)) {
            return;
        }
        hush();
        source = plex;
        nextTry = clock.instant().plus(PAUSE);
        missed = true;
        listening = stream.listen(
                plex,
                Call.get("/:/eventsource/notifications", Query.of("filters", "timeline")),
                line -> hear(line, onNews));
    }

    synchronized void hush() {
        if (listening != null) {
            listening.close();
        }
        listening = null;
        source = null;
    }

    /** Whether something may have been said while nobody listened; asked once each time. */
    synchronized boolean hasMissed() {
        boolean open = listening != null && listening.isOpen();
        boolean news = missed && open;
        missed = missed && !open;
        return news;
    }

    /** The rating keys that have come up since the last time. */
    synchronized Set<String> take() {
        Set<String> taken = new LinkedHashSet<>(waiting);
        waiting.clear();
        return taken;
    }

    private void hear(String line, Runnable onNews) {
        if (line.startsWith(DATA) && line.contains("TimelineEntry")) {
            try {
                if (take(JSON.readTree(line.substring(DATA.length())))) {
                    onNews.run();
                }
            } catch (JsonProcessingException strange) {
                LOG.debugf("Plex says what is no JSON: %s", strange.getOriginalMessage());
            }
        }
    }

    /** The entries are within a container, or alone, one or several. */
    private synchronized boolean take(JsonNode news) {
        boolean any = false;
        for (JsonNode entry : entries(news.findPath("TimelineEntry"))) {
            String key = entry.path("itemID").asText();
            if (entry.path("state").asInt(-1) == PROCESSED
                    && key.matches("[0-9]{1,20}")
                    && waiting.size() < MOST_WAITING) {
                any |= waiting.add(key);
            }
        }
        return any;
    }

    private static Iterable<JsonNode> entries(JsonNode found) {
        return found.isArray() ? found : Set.of(found);
    }
}
