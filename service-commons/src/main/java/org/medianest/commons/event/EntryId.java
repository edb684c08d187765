package org.medianest.commons.event;

import java.util.Comparator;

/** The id of a stream's entry: the milliseconds of its Redis, and a number within them. */
public record EntryId(long millis, long sequence) implements Comparable<EntryId> {
    public static final EntryId ZERO = new EntryId(0, 0);

    private static final Comparator<EntryId> ORDER =
            Comparator.comparingLong(EntryId::millis).thenComparingLong(EntryId::sequence);

    /** Reads {@code 1700000000000-3}. */
    public static EntryId parse(String text) {
        int dash = text.indexOf('-');
        return new EntryId(Long.parseLong(text.substring(0, dash)), Long.parseLong(text.substring(dash + 1)));
    }

    /** The smallest id after this one. */
    public EntryId next() {
        return new EntryId(millis, sequence + 1);
    }

    @Override
    public int compareTo(EntryId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return millis + "-" + sequence;
    }
}
