package org.medianest.commons.deadletter;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;
import org.medianest.commons.event.EntryId;
import org.medianest.commons.event.EventStream;

/**
 * The place of a dead letter: its stream and its entry there, written {@code auth-1700000000000-0}.
 *
 * <p>It is no UUID, because it is found by its place: Redis would need an index to find it by anything else. There is no colon in it as in
 * the name of the stream, so that it stands in an address as it is.
 */
public record DeadLetterId(String stream, EntryId entry) {
    /** Newest first; entries of several streams may have the same id. */
    static final Comparator<DeadLetterId> NEWEST_FIRST =
            Comparator.comparing(DeadLetterId::entry).reversed().thenComparing(DeadLetterId::stream);

    private static final String PREFIX = "events:";

    /** Reads what may come from anybody. A place that cannot be, or is spelt in another way, is none. */
    public static Optional<DeadLetterId> parse(String text) {
        int hyphen = text.indexOf('-');
        String stream = PREFIX + text.substring(0, Math.max(hyphen, 0));
        return EventStream.DURABLE.contains(stream)
                ? EntryId.parse(text.substring(hyphen + 1))
                        .map(entry -> new DeadLetterId(stream, entry))
                        .filter(id -> id.toString().equals(text))
                : Optional.empty();
    }

    static Optional<DeadLetterId> ofCursor(String cursor) {
        try {
            return parse(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    String cursor() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return stream.substring(PREFIX.length()) + "-" + entry;
    }
}
