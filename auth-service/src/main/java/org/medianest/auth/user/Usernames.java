package org.medianest.auth.user;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.medianest.commons.id.Uuid7;

/** Makes names of this house from those that people have elsewhere. */
final class Usernames {
    private static final int LONGEST = 32;
    private static final int ROOM_FOR_A_NUMBER = 4;
    private static final int NAMESAKES = 100;
    private static final String NAMELESS = "guest";

    private Usernames() {}

    /** What it may be, best first: the name, and the name with a number. */
    static List<String> candidates(String wish) {
        String name = wellFormed(wish);
        return Stream.concat(
                        Stream.of(name), IntStream.rangeClosed(2, NAMESAKES).mapToObj(number -> name + "-" + number))
                .toList();
    }

    /** A hundred namesakes are more than anybody will meet; the next gets a name that nobody can have. */
    static String firstFree(List<String> candidates, Collection<String> taken) {
        Set<String> others = new HashSet<>(taken);
        return candidates.stream()
                .filter(name -> !others.contains(name))
                .findFirst()
                .orElseGet(() ->
                        NAMELESS + "-" + Long.toString(Uuid7.next().getLeastSignificantBits() & Long.MAX_VALUE, 36));
    }

    private static String wellFormed(String wish) {
        String plain = Normalizer.normalize(wish, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9._-]+", "-")
                .replaceAll("^[._-]+|[._-]+$", "");
        String bounded =
                plain.length() > LONGEST - ROOM_FOR_A_NUMBER ? plain.substring(0, LONGEST - ROOM_FOR_A_NUMBER) : plain;
        return bounded.matches(AppUser.NAME_PATTERN) ? bounded : NAMELESS;
    }
}
