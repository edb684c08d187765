package org.medianest.gateway.backend;

import io.vertx.core.net.SocketAddress;
import java.time.Duration;
import org.medianest.commons.circuit.Circuit;

/**
 * One process of a service, at one address. Besides whether it answers, it is known whether it is about to leave: one that drains says
 * {@code Connection: close} on its answers, and is spared as long as another can be asked. Asked from several event loops.
 */
final class Replica {
    private static final long STAYS = 0;

    private final SocketAddress address;
    private final Circuit circuit;
    private final long spareNanos;
    /** By {@link System#nanoTime}; {@link #STAYS} as long as it has not said that it leaves. */
    private volatile long sparedUntil = STAYS;

    /** @param spare for how long one that leaves is not asked; should it have stayed after all, it is asked again then */
    Replica(SocketAddress address, Circuit circuit, Duration spare) {
        this.address = address;
        this.circuit = circuit;
        this.spareNanos = spare.toNanos();
    }

    SocketAddress address() {
        return address;
    }

    Circuit circuit() {
        return circuit;
    }

    boolean isLeaving() {
        long until = sparedUntil;
        if (until == STAYS) {
            return false;
        }
        if (System.nanoTime() - until < 0) {
            return true;
        }
        sparedUntil = STAYS;
        return false;
    }

    void leaves() {
        sparedUntil = (System.nanoTime() + spareNanos) | 1;
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
