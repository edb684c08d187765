package org.medianest.media.fulfilment;

import java.util.Set;
import java.util.UUID;
import org.medianest.media.catalogue.TitleId;

/**
 * What was approved and is not to be got any more.
 *
 * @param seasons which of a series; empty for films
 */
public record Cancelled(UUID requestId, UUID requesterId, TitleId title, String name, Set<Integer> seasons) {
    public Cancelled {
        seasons = Set.copyOf(seasons);
    }
}
