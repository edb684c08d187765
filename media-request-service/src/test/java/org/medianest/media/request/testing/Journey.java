package org.medianest.media.request.testing;

import java.util.Set;
import org.medianest.media.fulfilment.Fulfilling;

/** As impatient, with nothing in the place of what is ours: an alternative listener would be the only one that is told. */
public class Journey extends Fulfilling {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of();
    }
}
