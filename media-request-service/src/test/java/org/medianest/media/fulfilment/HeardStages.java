package org.medianest.media.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.medianest.commons.database.Transaction;

/** Remembers what it is told, in its order. */
@Alternative
@ApplicationScoped
public class HeardStages implements FulfilmentListener {
    private final Map<UUID, List<Stage>> heard = new ConcurrentHashMap<>();

    private final Map<UUID, List<String>> takenBack = new ConcurrentHashMap<>();

    @Override
    public Uni<Void> reached(UUID requestId, Stage stage) {
        heard.computeIfAbsent(requestId, id -> new CopyOnWriteArrayList<>()).add(stage);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> takenBack(Transaction transaction, UUID requestId, String said) {
        takenBack.computeIfAbsent(requestId, id -> new CopyOnWriteArrayList<>()).add(said);
        return Uni.createFrom().voidItem();
    }

    /** What was said when it was taken back. */
    public List<String> takenBack(UUID requestId) {
        return takenBack.getOrDefault(requestId, List.of());
    }

    public List<Stage> of(UUID requestId) {
        return heard.getOrDefault(requestId, List.of());
    }
}
