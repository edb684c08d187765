package org.medianest.commons.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.event.EntryId;
import org.medianest.commons.leader.Term;
import org.medianest.commons.outbox.OutboxStore.StreamState;
import org.medianest.commons.redis.RedisCommands;

/** Adds events to a stream by one script, so that nothing can come between the checks and the adding. */
@ApplicationScoped
class StreamWriter {
    private final RedisCommands redis;
    private final String script = script();

    StreamWriter(RedisCommands redis) {
        this.redis = redis;
    }

    sealed interface Outcome {
        /** In the order of the envelopes. */
        record Added(List<EntryId> entries) implements Outcome {}

        /** Another relay has written since. */
        record Fenced() implements Outcome {}

        /** The stream ends before what must be in it; nothing was added. */
        record Lost(EntryId last) implements Outcome {}
    }

    Uni<Outcome> add(String stream, Term term, StreamState expected, List<String> envelopes) {
        Request request = Request.cmd(Command.EVAL)
                .arg(script)
                .arg(3)
                .arg(stream)
                .arg(stream + ":fence")
                .arg(stream + ":origin")
                .arg(term.epoch())
                .arg(expected.origin())
                .arg(expected.last().millis())
                .arg(expected.last().sequence());
        envelopes.forEach(request::arg);
        return redis.send(request).map(StreamWriter::outcome);
    }

    private static Outcome outcome(Response response) {
        return switch (response.get(0).toString()) {
            case "FENCED" -> new Outcome.Fenced();
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

    private static String script() {
        try (@Nullable InputStream script = StreamWriter.class.getResourceAsStream("/redis/publish.lua")) {
            if (script == null) {
                throw new IllegalStateException("publish.lua is not in the build");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
