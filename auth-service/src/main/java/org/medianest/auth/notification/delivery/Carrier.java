package org.medianest.auth.notification.delivery;

import io.smallrye.mutiny.Uni;

/** Takes news to people by one way. A CDI bean; one a way. */
public interface Carrier {
    Way way();

    /** Whether this house has what it takes. */
    boolean isReady();

    /** Tries once. A failure is taken for {@link Outcome.NotYet}. */
    Uni<Outcome> carry(Delivery delivery);
}
