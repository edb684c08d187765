package org.medianest.commons.consumer;

import static org.medianest.commons.redis.BlockingRedis.elements;

import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.deadletter.Graveyard;
import org.medianest.commons.event.EntryId;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventCodec.UnreadableEvent;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.redis.BlockingRedis;
import org.medianest.commons.redis.LuaScript;
import org.medianest.commons.redis.RedisLines;

/** A service's consumer group of one stream, as this replica sees it. Blocks. */
final class Group {
    private static final Logger LOG = Logger.getLogger(Group.class);
    private static final Duration BLOCK = Duration.ofSeconds(1);

    /** A read that has not come back by then is on a dead line. */
    private static final Duration PATIENCE = BLOCK.plusSeconds(3);

    private static final int BATCH = 200;
    private static final LuaScript BURY = LuaScript.of("/redis/bury.lua");

    private final BlockingRedis redis;
    private final String stream;
    private final String name;
    private final String consumer;

    /** A blocking read holds up its line, so each group has one of its own. */
    Group(RedisLines lines, String stream, String name, String consumer) {
        this.redis = new BlockingRedis(lines.open(PATIENCE));
        this.stream = stream;
        this.name = name;
        this.consumer = consumer;
    }

    /** Makes the group if it is not there, from the beginning: who is new here must hear what was said before they came. */
    void join() {
        try {
            redis.send(Command.XGROUP, "CREATE", stream, name, "0", "MKSTREAM");
        } catch (RuntimeException exists) {
            if (!String.valueOf(exists.getMessage()).contains("BUSYGROUP")) {
                throw exists;
            }
        }
    }

    /** Takes over, oldest first, everything that was given out and not done, by whomever. */
    List<Delivery> takeOver() {
        List<Delivery> deliveries = new ArrayList<>();
        String from = "0-0";
        do {
            Response page =
                    redis.send(Command.XAUTOCLAIM, stream, name, consumer, "0", from, "COUNT", Integer.toString(BATCH));
            from = page.get(0).toString();
            elements(page.get(1)).forEach(entry -> deliveries.add(delivery(entry)));
        } while (!"0-0".equals(from));
        forgetLost(deliveries);
        forgetOthers();
        return deliveries;
    }

    /** How many entries were given out, to whomever, and are not done. */
    long pending() {
        return redis.send(Command.XPENDING, stream, name).get(0).toLong();
    }

    /** What is new; waits up to a second for it. */
    List<Delivery> read() {
        Response answer = redis.send(
                Command.XREADGROUP,
                "GROUP",
                name,
                consumer,
                "COUNT",
                Integer.toString(BATCH),
                "BLOCK",
                Long.toString(BLOCK.toMillis()),
                "STREAMS",
                stream,
                ">");
        return answer == null
                ? List.of()
                : elements(answer.get(0).get(1)).stream().map(Group::delivery).toList();
    }

    void acknowledge(List<EntryId> entries) {
        if (!entries.isEmpty()) {
            List<String> arguments = new ArrayList<>(List.of(stream, name));
            entries.forEach(entry -> arguments.add(entry.toString()));
            redis.send(Command.XACK, arguments.toArray(String[]::new));
        }
    }

    /** Puts the entry aside and acknowledges it, in one step. False when its event had been put aside before. */
    boolean bury(Delivery delivery, String error, int attempts) {
        Graveyard graveyard = new Graveyard(stream);
        List<String> keys = List.of(stream, graveyard.letters(), graveyard.known());
        List<String> letter =
                List.of(name, delivery.entry().toString(), delivery.text(), Integer.toString(attempts), error);
        return redis.run(BURY, keys, letter).toInteger() == 1;
    }

    /** How far this group is behind. */
    Backlog backlog() {
        Response pending = redis.send(Command.XPENDING, stream, name);
        Response info = elements(redis.send(Command.XINFO, "GROUPS", stream)).stream()
                .filter(group -> group.get("name").toString().equals(name))
                .findFirst()
                .orElseThrow();
        EntryId next = EntryId.of(info.get("last-delivered-id").toString()).next();
        List<Response> unread = elements(
                redis.send(Command.XRANGE, stream, next.toString(), "+", "COUNT", Integer.toString(Backlog.LIMIT)));
        long now = redis.send(Command.TIME).get(0).toLong();
        double seconds = unread.isEmpty()
                ? 0
                : Math.max(
                        0, now - EntryId.of(unread.getFirst().get(0).toString()).millis() / 1000.0);
        return new Backlog(unread.size(), seconds, pending.get(0).toLong());
    }

    /**
     * @param unread at most {@link #LIMIT}: counting on would cost more than it tells
     * @param seconds the age of the first unread one
     * @param pending given out and not done
     */
    record Backlog(long unread, double seconds, long pending) {
        static final int LIMIT = 1_000;
    }

    /** Entries that were deleted while somebody had them: there is nothing left to do with them. */
    private void forgetLost(List<Delivery> alive) {
        List<EntryId> known = alive.stream().map(Delivery::entry).toList();
        List<EntryId> lost = elements(redis.send(Command.XPENDING, stream, name, "-", "+", "10000")).stream()
                .map(pending -> EntryId.of(pending.get(0).toString()))
                .filter(entry -> !known.contains(entry))
                .toList();
        if (!lost.isEmpty()) {
            LOG.errorf("entries %s of %s were deleted before %s was done with them", lost, stream, name);
            acknowledge(lost);
        }
    }

    /** Replicas that are gone: what they held has been taken over. */
    private void forgetOthers() {
        consumers().stream()
                .filter(other -> other.get("pending").toLong() == 0)
                .map(other -> other.get("name").toString())
                .filter(other -> !other.equals(consumer))
                .forEach(other -> redis.send(Command.XGROUP, "DELCONSUMER", stream, name, other));
    }

    private List<Response> consumers() {
        return elements(redis.send(Command.XINFO, "CONSUMERS", stream, name));
    }

    private static Delivery delivery(Response entry) {
        EntryId id = EntryId.of(entry.get(0).toString());
        String text = "";
        @Nullable String recipient = null;
        Response fields = entry.get(1);
        for (int i = 0; i + 1 < fields.size(); i += 2) {
            switch (fields.get(i).toString()) {
                case EventEnvelope.STREAM_FIELD -> text = fields.get(i + 1).toString();
                case EventEnvelope.RECIPIENT_FIELD ->
                    recipient = fields.get(i + 1).toString();
                default -> {} // a newer version may say more
            }
        }
        return new Delivery(id, text, envelope(text), recipient);
    }

    private static @Nullable EventEnvelope envelope(String text) {
        try {
            return EventCodec.decode(text);
        } catch (UnreadableEvent poison) {
            return null;
        }
    }
}
