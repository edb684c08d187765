package org.medianest.gateway.uptimekuma;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.medianest.gateway.watch.Beat;
import org.medianest.gateway.watch.ToldUptime;
import org.medianest.gateway.watch.WatchState;

/**
 * What was heard of a source and is not kept yet. Beats that come before the list of monitors wait for it; of too many, the oldest go.
 */
final class MonitorBook implements Heard {
    private static final int MOST_BEATS = 20_000;
    /** So many are kept in one transaction. */
    private static final int PORTION = 2_000;

    private final Runnable onNews;
    private final Duration lostAfter;
    private final Clock clock;
    private final Deque<Beat> beats = new ArrayDeque<>();
    private final Map<String, ToldUptime> uptimes = new HashMap<>();
    private final Set<String> known = new HashSet<>();
    private List<Monitor> listed = List.of();
    private @Nullable List<Monitor> freshList;
    private @Nullable Standing freshStanding;
    private @Nullable TokenNews freshToken;
    private @Nullable Instant awaySince;
    private boolean isLost;

    /** @param onNews is told when there is something to keep */
    MonitorBook(Runnable onNews, Duration lostAfter, Clock clock) {
        this.onNews = onNews;
        this.lostAfter = lostAfter;
        this.clock = clock;
    }

    record Standing(SourceState state, @Nullable String message) {}

    /** @param secret null when the one that was kept is not good any more */
    record TokenNews(@Nullable Secret secret) {}

    /**
     * What is to be kept, in this order.
     *
     * @param token null when nothing is new about it
     */
    record News(
            @Nullable List<Monitor> monitors,
            List<Beat> beats,
            Map<String, ToldUptime> uptimes,
            @Nullable Standing standing,
            @Nullable TokenNews token) {
        boolean isNothing() {
            return monitors == null && beats.isEmpty() && uptimes.isEmpty() && standing == null && token == null;
        }
    }

    @Override
    public synchronized void monitors(List<Monitor> all) {
        if (!all.equals(listed)) {
            listed = List.copyOf(all);
            freshList = listed;
            known.clear();
            all.forEach(monitor -> known.add(monitor.id()));
        }
        Instant now = clock.instant();
        all.stream().filter(Monitor::isPaused).forEach(monitor -> add(unknown(monitor, now, null)));
        onNews.run();
    }

    @Override
    public synchronized void beats(List<Beat> some) {
        some.forEach(this::add);
        onNews.run();
    }

    @Override
    public synchronized void uptime(String monitor, ToldUptime uptime) {
        uptimes.merge(monitor, uptime, ToldUptime::and);
        onNews.run();
    }

    @Override
    public synchronized void state(SourceState state, @Nullable String message) {
        freshStanding = new Standing(state, message);
        if (state == SourceState.CONNECTED) {
            awaySince = null;
            isLost = false;
        } else if (awaySince == null) {
            awaySince = clock.instant();
        }
        onNews.run();
    }

    @Override
    public synchronized void token(@Nullable Secret token) {
        freshToken = new TokenNews(token);
        onNews.run();
    }

    /** Takes out what is to be kept now. */
    synchronized News take() {
        lose();
        List<Beat> portion = new ArrayList<>();
        Deque<Beat> early = new ArrayDeque<>();
        while (!beats.isEmpty() && portion.size() < PORTION) {
            Beat beat = beats.removeFirst();
            if (known.contains(beat.id())) {
                portion.add(beat);
            } else {
                early.addLast(beat);
            }
        }
        if (listed.isEmpty()) {
            early.forEach(beats::addLast);
        }
        News news = new News(freshList, portion, Map.copyOf(uptimes), freshStanding, freshToken);
        freshList = null;
        freshStanding = null;
        freshToken = null;
        uptimes.clear();
        return news;
    }

    /** It could not be kept: it is taken again, unless something newer has come. */
    synchronized void giveBack(News news) {
        freshList = freshList == null ? news.monitors() : freshList;
        freshStanding = freshStanding == null ? news.standing() : freshStanding;
        freshToken = freshToken == null ? news.token() : freshToken;
        news.uptimes().forEach((id, uptime) -> uptimes.merge(id, uptime, (later, earlier) -> earlier.and(later)));
        news.beats().reversed().forEach(beats::addFirst);
    }

    synchronized boolean hasMore() {
        return !listed.isEmpty() && !beats.isEmpty();
    }

    private void add(Beat beat) {
        if (beats.size() >= MOST_BEATS) {
            beats.removeFirst();
        }
        beats.addLast(beat);
    }

    /** A short absence changes nothing: what was missed is told when it is back. */
    private void lose() {
        Instant now = clock.instant();
        if (!isLost && awaySince != null && now.isAfter(awaySince.plus(lostAfter))) {
            isLost = true;
            listed.forEach(monitor -> add(unknown(monitor, now, "Uptime Kuma does not tell.")));
        }
    }

    private static Beat unknown(Monitor monitor, Instant now, @Nullable String why) {
        return new Beat(
                monitor.id(),
                now,
                WatchState.UNKNOWN,
                why == null ? KumaJson.message(WatchState.UNKNOWN) : why,
                null,
                Duration.ZERO);
    }
}
