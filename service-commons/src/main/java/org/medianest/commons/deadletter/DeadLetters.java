package org.medianest.commons.deadletter;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.paging.Page;
import org.medianest.commons.paging.PageRequest;
import org.medianest.commons.redis.BlockingRedis;
import org.medianest.commons.redis.LuaScript;
import org.medianest.commons.redis.RedisCommands;

/** The dead letters of all streams. */
@ApplicationScoped
public class DeadLetters {
    private static final LuaScript UNBURY = LuaScript.of("/redis/unbury.lua");

    private final RedisCommands redis;

    DeadLetters(RedisCommands redis) {
        this.redis = redis;
    }

    /** Newest first. However many there are, no more than a page of each stream is read. */
    public Uni<Page<DeadLetter>> list(int limit, @Nullable String cursor) {
        PageRequest<DeadLetterId> request = PageRequest.of(limit, cursor, DeadLetterId::ofCursor);
        List<Uni<List<DeadLetter>>> newest = EventStream.DURABLE.stream()
                .map(stream -> newest(stream, request.after(), limit + 1))
                .toList();
        return Uni.join()
                .all(newest)
                .andFailFast()
                .map(lists -> Page.of(
                        lists.stream()
                                .flatMap(List::stream)
                                .sorted(Comparator.comparing(DeadLetter::id, DeadLetterId.NEWEST_FIRST))
                                .limit(limit + 1L)
                                .toList(),
                        request.limit(),
                        letter -> letter.id().cursor()));
    }

    public Uni<Optional<DeadLetter>> find(DeadLetterId id) {
        String entry = id.entry().toString();
        return redis.send(Request.cmd(Command.XRANGE)
                        .arg(graveyard(id).letters())
                        .arg(entry)
                        .arg(entry))
                .map(found -> letters(id.stream(), found).findFirst());
    }

    /**
     * Gives its event back to the stream, for the consumer that gave up on it and for no other, and takes the letter away. False when there
     * is no such letter, or no longer.
     */
    public Uni<Boolean> replay(DeadLetterId id) {
        return unbury(id, List.of(graveyard(id).letters(), graveyard(id).known(), id.stream()));
    }

    /** Throws it away. False when there is no such letter, or no longer. */
    public Uni<Boolean> drop(DeadLetterId id) {
        return unbury(id, List.of(graveyard(id).letters(), graveyard(id).known()));
    }

    private Uni<Boolean> unbury(DeadLetterId id, List<String> keys) {
        return redis.run(UNBURY, keys, List.of(id.entry().toString())).map(answer -> answer.toInteger() == 1);
    }

    private Uni<List<DeadLetter>> newest(String stream, @Nullable DeadLetterId after, int count) {
        return redis.send(Request.cmd(Command.XREVRANGE)
                        .arg(new Graveyard(stream).letters())
                        .arg(after == null ? "+" : upTo(stream, after))
                        .arg("-")
                        .arg("COUNT")
                        .arg(count))
                .map(found -> letters(stream, found).toList());
    }

    /** The entry of that very id comes after it where its stream does. */
    private static String upTo(String stream, DeadLetterId after) {
        return stream.compareTo(after.stream()) > 0 ? after.entry().toString() : "(" + after.entry();
    }

    private static Stream<DeadLetter> letters(String stream, Response found) {
        return BlockingRedis.elements(found).stream().map(entry -> DeadLetter.of(stream, entry));
    }

    private static Graveyard graveyard(DeadLetterId id) {
        return new Graveyard(id.stream());
    }
}
