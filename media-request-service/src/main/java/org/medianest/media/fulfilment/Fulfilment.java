package org.medianest.media.fulfilment;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.medianest.commons.database.Transaction;

/** The one who gets what was approved: Overseerr/Seerr when it is connected, Radarr for films and Sonarr for series otherwise. */
public interface Fulfilment {
    /** Whether anything is connected that gets films or series. */
    Uni<Boolean> isConfigured();

    /**
     * Hands an order over, or hands it over again (a new try: what failed is begun anew, what is wanted is searched for). Idempotent: what
     * is there already is taken over. From then on it is watched, and {@link FulfilmentListener}s hear of it.
     *
     * <p>Does not fail when the system is away: the order is kept and handed over as soon as that is possible.
     */
    Uni<Handed> hand(Order order);

    /** How orders stand this moment. Those of a system that does not answer are absent: nothing is known of them. */
    Uni<Map<UUID, Stage>> stages(Collection<Order> orders);

    /** The request needs nothing more (refused, or seen in Plex): it is not watched any longer. */
    Uni<Void> letGo(Transaction transaction, UUID requestId);

    /**
     * The request was cancelled: it is not watched any longer, and what we have changed over there for it is taken back soon, as far as no
     * other order needs it. {@link FulfilmentListener}s hear when that is done. What was there before us stays, and so does every file.
     * From then on it is not handed over any more, whoever is about to.
     *
     * @param isStillWanted somebody still waits for it: what was changed stays, until an order of the same title is cancelled
     * @return whether anything was changed
     */
    Uni<Boolean> cancel(Transaction transaction, Cancelled order, boolean isStillWanted);
}
