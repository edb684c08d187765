package org.medianest.media.system;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A query string. Everything that is not a letter, a digit or one of {@code -._~} is encoded: Seerr refuses what others leave as it is. */
public final class Query {
    private static final Query NONE = new Query(List.of());

    private final List<String> pairs;

    private Query(List<String> pairs) {
        this.pairs = pairs;
    }

    public static Query none() {
        return NONE;
    }

    public static Query of(String name, Object value) {
        return NONE.and(name, value);
    }

    /** This query and one parameter more. */
    public Query and(String name, Object value) {
        List<String> more = new ArrayList<>(pairs);
        more.add(encoded(name) + "=" + encoded(value.toString()));
        return new Query(more);
    }

    /** Behind a path: with its question mark, or nothing. */
    String behindPath() {
        return pairs.isEmpty() ? "" : "?" + this;
    }

    @Override
    public String toString() {
        return String.join("&", pairs);
    }

    /** One segment of a path or one part of a query. */
    public static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved((char) octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append("%02X".formatted(octet & 0xff));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(char letter) {
        return letter >= 'a' && letter <= 'z'
                || letter >= 'A' && letter <= 'Z'
                || letter >= '0' && letter <= '9'
                || "-._~".indexOf(letter) >= 0;
    }
}
