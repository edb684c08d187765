package org.medianest.media.fulfilment;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.TitleId;

/**
 * An order on its way to a system, or held by one.
 *
 * @param stage how it stood when it was last looked at
 * @param ours what was changed at the system for it, null for nothing
 */
public record Commission(
        UUID requestId,
        UUID requesterId,
        Wanted wanted,
        Holder holder,
        Stage stage,
        Tries tries,
        @Nullable Footprint ours) {
    static Commission of(Order order, Instant nextAt) {
        return new Commission(
                order.requestId(),
                order.requesterId(),
                Wanted.of(order),
                Holder.NOBODY,
                new Stage.Approved(),
                Tries.none(nextAt),
                null);
    }

    /** As somebody sees it who knows nothing of what others call it. */
    Commission forAnother() {
        return new Commission(requestId, requesterId, wanted, Holder.NOBODY, stage, tries, null);
    }

    /** The same, with what was changed for it. */
    Commission owning(@Nullable Footprint changed) {
        return new Commission(requestId, requesterId, wanted, holder, stage, tries, changed);
    }

    public TitleId title() {
        return wanted.title();
    }

    public Set<Integer> seasons() {
        return wanted.seasons();
    }

    boolean isTaken() {
        return holder.isTaken();
    }

    boolean isDue(Instant now) {
        return tries.isDue(now);
    }
}
