package org.medianest.media.testing;

import java.time.Duration;
import java.util.List;
import org.medianest.homelab.fault.Fault;

/** Everything that can be wrong with a system of the homelab, each worse than our patience. */
public final class LabFaults {
    public static final List<Fault> ALL = Fault.ofEachKind(Duration.ofSeconds(6), Duration.ofMillis(700));

    private LabFaults() {}
}
