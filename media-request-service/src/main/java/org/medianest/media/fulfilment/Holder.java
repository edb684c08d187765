package org.medianest.media.fulfilment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.medianest.media.system.SystemKind;

/**
 * Who has an order.
 *
 * @param system whose matter it is, null while nobody's
 * @param externalId what the system calls it, when that is known
 * @param handedAt when the system took it, null until then
 */
public record Holder(
        @Nullable SystemKind system,
        @Nullable Integer externalId,
        @Nullable Instant handedAt) {
    static final Holder NOBODY = new Holder(null, null, null);

    boolean isTaken() {
        return handedAt != null;
    }
}
