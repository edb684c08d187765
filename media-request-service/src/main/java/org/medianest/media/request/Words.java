package org.medianest.media.request;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import org.medianest.media.catalogue.MediaType;

/** How things are said in sentences for people. */
final class Words {
    /** What people may write, for {@code @Pattern}: lines of text. */
    static final String SHAPE = "[\\P{Cc}\\n\\r\\t]*";

    static final String SHAPE_IN_WORDS = "must be text without control characters";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern(
                    "d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Words() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    static String day(Instant moment) {
        return DAY.format(moment.atZone(ZoneOffset.UTC));
    }

    static String moment(Instant moment) {
        return MOMENT.format(moment);
    }

    static String pieces(MediaType type, int number) {
        String piece = type == MediaType.MOVIE ? "film" : "season";
        return number + " " + piece + (number == 1 ? "" : "s");
    }

    /** "Season 1", "Seasons 1, 2". */
    static String seasons(Collection<Integer> numbers) {
        String list = numbers.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
        return (numbers.size() == 1 ? "Season " : "Seasons ") + list;
    }

    /** With an end. */
    static String sentence(String text) {
        return text.matches("(?s).*[.!?…]") ? text : text + ".";
    }
}
