package org.medianest.media.fulfilment;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.fulfilment.Outcome.Taken;
import org.medianest.media.system.Connection;
import org.medianest.media.system.SystemKind;

/** A system that gets things. CDI beans; calls fail with {@link org.medianest.media.system.SystemDown} when nothing can be known. */
public interface FulfilmentSystem {
    SystemKind kind();

    /** Whether it gets such titles. */
    boolean gets(MediaType type);

    /**
     * Gives it an order. What it has already is taken over; nothing is asked for twice.
     *
     * @param ledger hears of every change before it is made
     */
    Uni<Outcome> hand(Connection connection, Commission order, Ledger ledger);

    /**
     * Takes back what was changed for an order. Doing it again changes nothing more.
     *
     * @param ours what of it nobody else needs
     * @return what came of it, a sentence for people
     */
    Uni<String> takeBack(Connection connection, Commission order, Footprint ours);

    /**
     * How orders stand that it has taken. Those of which there is nothing new to be known are absent.
     *
     * @param due which orders are worth a question of their own; the others are answered when that costs none
     */
    Uni<Map<UUID, Taken>> look(Connection connection, Collection<Commission> orders, Predicate<Commission> due);
}
