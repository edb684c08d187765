package org.medianest.media.fulfilment;

import java.util.Set;
import java.util.UUID;
import org.medianest.media.catalogue.TitleFacts;

/**
 * What was approved and is to be got.
 *
 * @param seasons which of a series; empty for films
 */
public record Order(UUID requestId, UUID requesterId, TitleFacts title, Set<Integer> seasons) {
    public Order {
        seasons = Set.copyOf(seasons);
    }
}
