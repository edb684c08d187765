package org.medianest.commons.event;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The id of a stream's entry: the milliseconds of its Redis, and a number within them. */
public record EntryId(long millis, long sequence) implements Comparable<EntryId> {
    public static final EntryId ZERO = new EntryId(0, 0);

    private static final Comparator<EntryId> ORDER =
            Comparator.comparingLong(EntryId::millis).thenComparingLong(EntryId::sequence);

    private static final Pattern FORM = Pattern.compile("(\\d{1,15})-(\\d{1,15})");

    /** Reads {@code 1700000000000-3}, which may come from anybody. */
    public static Optional<EntryId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new EntryId(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
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
