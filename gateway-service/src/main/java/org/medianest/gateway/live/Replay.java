package org.medianest.gateway.live;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medianest.commons.event.EntryId;
import org.medianest.gateway.live.Entries.Entry;
import org.medianest.gateway.redis.RedisLink;

/**
 * Finds what a client missed. It names the last entry that it saw, of whichever stream; all streams live in one Redis and share its
 * clock, so the replay begins with the whole millisecond of that entry, on every stream. A client may see an entry twice and knows
 * it by its id; it never misses one.
 */
final class Replay {
    private final RedisLink redis;
    private final List<String> streams;
    private final LiveConfig config;

    Replay(RedisLink redis, List<String> streams, LiveConfig config) {
        this.redis = redis;
        this.streams = streams;
        this.config = config;
    }

    /** @param now the time of Redis */
    Future<Missed> since(Optional<String> since, EntryId now) {
        if (since.isEmpty()) {
            return Future.succeededFuture(new Missed.Nothing());
        }
        Optional<EntryId> from = EntryId.parse(since.get())
                .filter(id -> id.millis() >= now.millis() - config.replayAge().toMillis())
                .filter(id -> id.millis() <= now.millis());
        return from.isEmpty() ? Future.succeededFuture(new Missed.TooMuch()) : since(from.get());
    }

    private Future<Missed> since(EntryId from) {
        List<Request> requests = new ArrayList<>();
        for (String stream : streams) {
            requests.add(range(stream, "-", 1));
            requests.add(range(stream, String.valueOf(from.millis()), config.replay() + 1));
        }
        return redis.batch(requests).map(answers -> missed(from, answers));
    }

    private static Request range(String stream, String from, int count) {
        return Request.cmd(Command.XRANGE)
                .arg(stream)
                .arg(from)
                .arg("+")
                .arg("COUNT")
                .arg(count);
    }

    private Missed missed(EntryId from, List<Response> answers) {
        List<Entry> all = new ArrayList<>();
        Map<String, EntryId> ends = new HashMap<>();
        for (int i = 0; i < streams.size(); i++) {
            if (isCutBefore(from, answers.get(2 * i))) {
                return new Missed.TooMuch();
            }
            List<Entry> entries = Entries.of(streams.get(i), answers.get(2 * i + 1));
            all.addAll(entries);
            if (!entries.isEmpty()) {
                ends.put(streams.get(i), entries.getLast().id());
            }
        }
        if (all.size() > config.replay()) {
            return new Missed.TooMuch();
        }
        List<LiveMessage> messages = all.stream()
                .sorted(Comparator.comparing(Entry::id))
                .flatMap(entry -> entry.message().stream())
                .toList();
        return new Missed.These(messages, ends);
    }

    /**
     * A stream that begins after the point in question may have been trimmed. A young one looks the same, and Redis 6.2 cannot tell
     * them apart: then the client fetches once more than it had to.
     */
    private static boolean isCutBefore(EntryId from, Response first) {
        return first.size() > 0 && EntryId.of(first.get(0).get(0).toString()).millis() > from.millis();
    }
}
