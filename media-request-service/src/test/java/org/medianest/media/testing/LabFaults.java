package org.medianest.media.testing;

import java.time.Duration;
import java.util.List;
import org.medianest.homelab.fault.Fault;

/** Everything that can be wrong with a system of the homelab, each worse than our patience. */
public final class LabFaults {
    public static final List<Fault> ALL = List.of(
            new Fault.Latency(Duration.ofSeconds(6), Duration.ZERO),
            new Fault.Status(500),
            new Fault.Status(429, 1),
            new Fault.Dropped(),
            new Fault.HalfOpen(),
            new Fault.Truncated(),
            new Fault.Garbage(),
            new Fault.WrongTypes(),
            new Fault.SlowDrip(Duration.ofMillis(700)),
            new Fault.Down());

    private LabFaults() {}
}
