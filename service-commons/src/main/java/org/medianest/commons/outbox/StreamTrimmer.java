package org.medianest.commons.outbox;

import static org.medianest.commons.redis.BlockingRedis.elements;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.event.EntryId;
import org.medianest.commons.redis.BlockingRedis;
import org.medianest.commons.redis.RedisLines;

/**
 * Takes old entries off a stream, by age and never past what a known group has not done with. Redis's own {@code lag} says nothing of
 * entries that were cut off unread, so the bound is computed from each group's position and pending list.
 */
@ApplicationScoped
class StreamTrimmer {
    private static final Logger LOG = Logger.getLogger(StreamTrimmer.class);

    /** Taking many entries off takes a while, and nobody waits for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final BlockingRedis redis;
    private volatile int overdueGroups;

    StreamTrimmer(RedisLines lines, MeterRegistry meters) {
        this.redis = new BlockingRedis(lines.open(PATIENCE));
        Gauge.builder("medianest.stream.overdue.groups", () -> overdueGroups)
                .description("Groups that have not read for longer than entries are kept; entries are kept for them")
                .register(meters);
    }

    /** @param first the oldest entry that the group still needs */
    private record Group(String name, EntryId first) {}

    /**
     * @param entries how many went
     * @param overdueGroups the groups that older entries had to stay for
     */
    record Trimmed(long entries, List<String> overdueGroups) {}

    Trimmed trim(String stream, Duration kept) {
        if (integer(redis.send(Command.EXISTS, stream)) == 0) {
            return new Trimmed(0, List.of());
        }
        EntryId cutOff = new EntryId(now() - kept.toMillis(), 0);
        List<Group> groups = groups(stream);
        List<Group> overdue = groups.stream()
                .filter(group -> group.first().compareTo(cutOff) < 0)
                .toList();
        overdueGroups = overdue.size();
        overdue.forEach(group -> LOG.errorf(
                "group %s has not read %s since %s: its entries are kept beyond %s and Redis fills up. "
                        + "Start that service, or delete the group (XGROUP DESTROY) if it is gone for good.",
                group.name(), stream, group.first(), kept));
        EntryId bound = groups.stream().map(Group::first).reduce(cutOff, (a, b) -> a.compareTo(b) < 0 ? a : b);
        long entries = integer(redis.send(Command.XTRIM, stream, "MINID", bound.toString()));
        return new Trimmed(entries, overdue.stream().map(Group::name).toList());
    }

    private List<Group> groups(String stream) {
        return elements(redis.send(Command.XINFO, "GROUPS", stream)).stream()
                .map(group -> group(stream, group))
                .toList();
    }

    /** A group that has read nothing of a stream that was never trimmed needs all of it, which is what {@code 0-1} says. */
    private Group group(String stream, Response info) {
        String name = info.get("name").toString();
        EntryId next = EntryId.of(info.get("last-delivered-id").toString()).next();
        Response pending = redis.send(Command.XPENDING, stream, name);
        boolean none = integer(pending.get(0)) == 0;
        EntryId oldest = none ? next : EntryId.of(pending.get(1).toString());
        EntryId first = oldest.compareTo(next) < 0 ? oldest : next;
        return new Group(name, isAtTheEnd(stream, first) ? new EntryId(now(), 0) : first);
    }

    /** Whether nothing in the stream is left for a group that needs it from there: it is not late, nothing was said. */
    private boolean isAtTheEnd(String stream, EntryId first) {
        return elements(redis.send(Command.XRANGE, stream, first.toString(), "+", "COUNT", "1"))
                .isEmpty();
    }

    private long now() {
        return integer(redis.send(Command.TIME).get(0)) * 1000;
    }

    private static long integer(@Nullable Response response) {
        return response == null ? 0 : response.toLong();
    }
}
