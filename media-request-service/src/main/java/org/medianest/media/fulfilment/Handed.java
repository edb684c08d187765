package org.medianest.media.fulfilment;

import org.jspecify.annotations.Nullable;
import org.medianest.media.system.SystemKind;

/**
 * What became of an order that was handed over.
 *
 * @param by the system whose matter it is now, null while none is connected for it
 * @param stage how it stands; {@link Stage.Approved} when nobody has taken it yet, which is tried again without being asked
 * @param waitingFor why nobody has taken it yet, a sentence for people; null when somebody has
 */
public record Handed(
        @Nullable SystemKind by, Stage stage, @Nullable String waitingFor) {}
