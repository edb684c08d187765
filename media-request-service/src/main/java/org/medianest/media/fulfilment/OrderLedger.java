package org.medianest.media.fulfilment;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row of the order. */
final class OrderLedger implements Ledger {
    private final FootprintStore footprints;
    private final UUID requestId;
    private @Nullable Footprint before;
    private boolean isIntended;

    OrderLedger(FootprintStore footprints, UUID requestId) {
        this.footprints = footprints;
        this.requestId = requestId;
    }

    @Override
    public Uni<Void> intend(Footprint change) {
        return footprints
                .add(requestId, change)
                .invoke(known -> {
                    before = known.orElse(null);
                    isIntended = true;
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> retract() {
        return isIntended
                ? footprints.note(requestId, before)
                : Uni.createFrom().voidItem();
    }
}
