package org.medianest.commons.consumer;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.trace.CurrentTrace;

/** Writes down what it hears, and fails as often as a test wants it to. */
@ApplicationScoped
public class Ledger implements EventHandler<UserRegistered> {
    private final Database database;
    private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();

    Ledger(Database database) {
        this.database = database;
    }

    @Override
    public Class<UserRegistered> event() {
        return UserRegistered.class;
    }

    @Override
    public Uni<Void> on(UserRegistered event, Transaction transaction) {
        AtomicInteger left = failures.getOrDefault(event.username(), new AtomicInteger());
        return transaction
                .change(
                        "insert into ledger (user_id, name, trace) values ($1, $2, $3)",
                        event.userId(),
                        event.username(),
                        CurrentTrace.traceparent())
                .replaceWithVoid()
                .invoke(() -> {
                    if (left.getAndDecrement() > 0) {
                        throw new IllegalStateException("as the test wants");
                    }
                });
    }

    /** The handler fails so often when it hears this name. */
    public void failFor(String name, int times) {
        failures.put(name, new AtomicInteger(times));
    }

    /** What was heard of a user, in order. */
    public List<String> namesOf(UUID user) {
        return database.list(
                        row -> row.getString(0), "select name from ledger where user_id = $1 order by position", user)
                .await()
                .indefinitely();
    }

    public List<String> tracesOf(UUID user) {
        return database.list(
                        row -> row.getString(0), "select trace from ledger where user_id = $1 order by position", user)
                .await()
                .indefinitely();
    }
}
