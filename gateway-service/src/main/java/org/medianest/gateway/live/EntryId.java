package org.medianest.gateway.live;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The id of an entry in a Redis stream: the millisecond of Redis's clock, and a number within it. */
record EntryId(long millis, long sequence) implements Comparable<EntryId> {
    static final EntryId FIRST = new EntryId(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,15})-(\\d{1,15})");

    static Optional<EntryId> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches()
                ? Optional.of(new EntryId(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    static EntryId of(String redisId) {
        return parse(redisId).orElseThrow(() -> new IllegalArgumentException("not an entry id: " + redisId));
    }

    @Override
    public int compareTo(EntryId other) {
        int byTime = Long.compare(millis, other.millis);
        return byTime != 0 ? byTime : Long.compare(sequence, other.sequence);
    }

    @Override
    public String toString() {
        return millis + "-" + sequence;
    }
}
