package org.medianest.homelab.world;

/** Hears what happens, on the thread on which it happens. */
@FunctionalInterface
public interface WorldListener {
    void happened(WorldEvent event);
}
