package org.medianest.gateway.live;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.event.EntryId;
import org.medianest.commons.redis.RedisLine;
import org.medianest.gateway.live.Entries.Entry;
import org.medianest.gateway.redis.Replies;

/**
 * Follows all streams at once, for all sockets of this gateway. It always asks from ids that it knows, so nothing is lost between two
 * reads or while Redis restarts. Everything here happens on one event loop.
 */
final class Tail {
    private static final Logger LOG = Logger.getLogger(Tail.class);
    private static final int BLOCK_MILLIS = 5_000;
    /** A read that has not come back by then is on a dead connection. */
    static final Duration PATIENCE = Duration.ofSeconds(8);

    private static final int BATCH = 500;
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 1_000;

    private final Vertx vertx;
    private final RedisLine line;
    private final List<String> streams;
    private final Consumer<LiveMessage> onMessage;
    private final Runnable onGap;
    private final Map<String, EntryId> positions = new HashMap<>();
    private final Promise<Void> isPlaced = Promise.promise();
    private long pause = FIRST_PAUSE_MILLIS;
    private boolean isInterrupted;
    private volatile boolean isStopped;

    /**
     * @param onMessage gets each message, in the order of the feed
     * @param onGap is told when messages may have been lost
     */
    Tail(Vertx vertx, RedisLine line, List<String> streams, Consumer<LiveMessage> onMessage, Runnable onGap) {
        this.vertx = vertx;
        this.streams = List.copyOf(streams);
        this.onMessage = onMessage;
        this.onGap = onGap;
        this.line = line;
    }

    void start() {
        vertx.getOrCreateContext().runOnContext(go -> place());
    }

    /** Done when it knows where it stands: from then on no message passes it by. */
    Future<Void> placed() {
        return isPlaced.future();
    }

    void stop() {
        isStopped = true;
        line.close();
    }

    /** The first time: behind the last entries. Later: where we were, unless a stream has been set back behind us. */
    private void place() {
        if (isStopped) {
            return;
        }
        List<Request> lasts = streams.stream()
                .map(stream -> Request.cmd(Command.XREVRANGE)
                        .arg(stream)
                        .arg("+")
                        .arg("-")
                        .arg("COUNT")
                        .arg(1))
                .toList();
        line.batch(lasts).onSuccess(this::placed).onFailure(this::startOver);
    }

    private void placed(List<@Nullable Response> answers) {
        boolean gap = false;
        for (int i = 0; i < streams.size(); i++) {
            EntryId last = lastOf(Replies.present(answers.get(i)));
            EntryId before = positions.putIfAbsent(streams.get(i), last);
            if (before != null && last.compareTo(before) < 0 && !last.equals(EntryId.ZERO)) {
                positions.put(streams.get(i), last);
                gap = true;
            }
        }
        if (gap) {
            LOG.warn("streams were set back, all clients fetch everything");
            onGap.run();
        }
        if (isInterrupted) {
            isInterrupted = false;
            LOG.info("live feed goes on");
        }
        isPlaced.tryComplete();
        pause = FIRST_PAUSE_MILLIS;
        read();
    }

    private static EntryId lastOf(Response entries) {
        return entries.size() == 0
                ? EntryId.ZERO
                : EntryId.of(entries.get(0).get(0).toString());
    }

    private void read() {
        if (isStopped) {
            return;
        }
        line.send(next())
                .<Void>map(answer -> {
                    deliver(answer);
                    return null;
                })
                .onSuccess(delivered -> read())
                .onFailure(this::startOver);
    }

    private Request next() {
        Request request = Request.cmd(Command.XREAD)
                .arg("COUNT")
                .arg(BATCH)
                .arg("BLOCK")
                .arg(BLOCK_MILLIS)
                .arg("STREAMS");
        streams.forEach(request::arg);
        streams.forEach(stream -> request.arg(position(stream).toString()));
        return request;
    }

    private void deliver(@Nullable Response answer) {
        if (answer == null) {
            return;
        }
        List<Entry> all = new ArrayList<>();
        Map<String, EntryId> ends = new HashMap<>();
        EntryId horizon = null;
        for (Response stream : answer) {
            String name = stream.get(0).toString();
            List<Entry> entries = Entries.of(name, stream.get(1));
            EntryId last = entries.getLast().id();
            ends.put(name, last);
            if (entries.size() >= BATCH && (horizon == null || last.compareTo(horizon) < 0)) {
                horizon = last;
            }
            all.addAll(entries);
        }
        advance(ends, horizon);
        EntryId end = horizon;
        all.stream()
                .filter(entry -> end == null || entry.id().compareTo(end) <= 0)
                .sorted(Comparator.comparing(Entry::id))
                .forEach(entry -> entry.message().ifPresent(onMessage));
    }

    /**
     * Where a stream had more than one answer holds, the others wait for it: told in the order of their ids, so that a client which has
     * seen one has seen all before it.
     */
    private void advance(Map<String, EntryId> ends, @Nullable EntryId horizon) {
        ends.forEach((stream, last) -> {
            EntryId reached = horizon == null || last.compareTo(horizon) <= 0 ? last : horizon;
            if (reached.compareTo(position(stream)) > 0) {
                positions.put(stream, reached);
            }
        });
    }

    private EntryId position(String stream) {
        return positions.getOrDefault(stream, EntryId.ZERO);
    }

    private void startOver(Throwable cause) {
        if (isStopped) {
            return;
        }
        if (!isInterrupted) {
            isInterrupted = true;
            LOG.warnf("live feed interrupted, connecting again cause=%s", cause.getMessage());
        }
        vertx.setTimer(pause, id -> place());
        pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 2);
    }
}
