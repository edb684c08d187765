package org.medianest.homelab.world;

/** What became of an item, for those who follow Plex's notifications. */
public record ItemChange(Item item, Kind kind) {
    /** How far an item has come. */
    public enum Kind {
        CREATED,
        PROCESSED,
        DELETED
    }
}
