package org.medianest.media.fulfilment;

import io.smallrye.mutiny.Uni;

/** Where it is written down what is about to be changed at a system for an order. */
public interface Ledger {
    /**
     * To be called before the change is made, so that no crash leaves behind what nobody knows of. Fails with {@link OrderEnded} when
     * nobody wants the order any more: then nothing must be changed.
     */
    Uni<Void> intend(Footprint change);

    /** Nothing came of what was intended last: it is as it was before. */
    Uni<Void> retract();

    /** The order was cancelled while it was handed over. */
    final class OrderEnded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public OrderEnded() {
            super("the order has ended", null, false, false);
        }
    }
}
