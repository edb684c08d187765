package org.medianest.commons.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.medianest.commons.event.EntryId;
import org.medianest.commons.leader.Term;
import org.medianest.commons.outbox.OutboxStore.StreamState;
import org.medianest.commons.outbox.OutboxStore.Waiting;
import org.medianest.commons.redis.LuaScript;
import org.medianest.commons.redis.RedisCommands;

/** Adds events to a stream by one script, so that nothing can come between the checks and the adding. */
@ApplicationScoped
class StreamWriter {
    private static final LuaScript PUBLISH = LuaScript.of("/redis/publish.lua");

    /** How the script is told that an event has no recipient. */
    private static final String FOR_ALL = "";

    private final RedisCommands redis;

    StreamWriter(RedisCommands redis) {
        this.redis = redis;
    }

    sealed interface Outcome {
        /** In the order of the rows. */
        record Added(List<EntryId> entries) implements Outcome {}

        /** A relay of this, later epoch has written. */
        record Fenced(long epoch) implements Outcome {}

        /** The stream ends before what must be in it; nothing was added. */
        record Lost(EntryId last) implements Outcome {}
    }

    Uni<Outcome> add(String stream, Term term, StreamState expected, List<Waiting> rows) {
        List<String> arguments = new ArrayList<>(List.of(
                Long.toString(term.epoch()),
                expected.origin(),
                Long.toString(expected.last().millis()),
                Long.toString(expected.last().sequence())));
        for (Waiting row : rows) {
            arguments.add(Objects.requireNonNullElse(row.recipient(), FOR_ALL));
            arguments.add(row.envelope());
        }
        return redis.run(PUBLISH, List.of(stream, stream + ":fence", stream + ":origin", stream + ":last"), arguments)
                .map(StreamWriter::outcome);
    }

    private static Outcome outcome(Response response) {
        return switch (response.get(0).toString()) {
            case "FENCED" -> new Outcome.Fenced(Long.parseLong(response.get(1).toString()));
            case "LOST" -> new Outcome.Lost(EntryId.of(response.get(1).toString()));
            default -> new Outcome.Added(entries(response));
        };
    }

    private static List<EntryId> entries(Response response) {
        List<EntryId> entries = new ArrayList<>();
        for (int i = 1; i < response.size(); i++) {
            entries.add(EntryId.of(response.get(i).toString()));
        }
        return entries;
    }
}
