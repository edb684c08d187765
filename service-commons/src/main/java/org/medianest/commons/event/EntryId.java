package org.medianest.commons.event;

import java.util.Comparator;
import java.util.Optional;

/** The id of a stream's entry: the milliseconds of its Redis, and a number within them. */
public record EntryId(long millis, long sequence) implements Comparable<EntryId> {
    public static final EntryId ZERO = new EntryId(0, 0);

    private static final Comparator<EntryId> ORDER =
            Comparator.comparingLong(EntryId::millis).thenComparingLong(EntryId::sequence);

    /** So that none is too large. */
    private static final int MOST_DIGITS = 15;

    /** Reads {@code 1700000000000-3}, which may come from anybody. */
    public static Optional<EntryId> parse(String text) {
        int dash = text.indexOf('-');
        return isNumber(text, 0, dash) && isNumber(text, dash + 1, text.length())
                ? Optional.of(new EntryId(
                        Long.parseLong(text, 0, dash, 10), Long.parseLong(text, dash + 1, text.length(), 10)))
                : Optional.empty();
    }

    private static boolean isNumber(String text, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return begin < end && end - begin <= MOST_DIGITS;
    }

    /** The same of what Redis says. */
    public static EntryId of(String redisId) {
        return parse(redisId).orElseThrow(() -> new IllegalArgumentException("not an entry id: " + redisId));
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
