package org.medianest.media.fulfilment;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** .NET's way to write a duration: {@code [-][d.]hh:mm:ss[.fffffff]}. */
public final class TimeSpan {
    private static final Pattern FORM = Pattern.compile(
            "(?:(?<days>\\d{1,8})\\.)?(?<hours>\\d{1,2}):(?<minutes>\\d{2}):(?<seconds>\\d{2})(?:\\.\\d{1,7})?");

    private TimeSpan() {}

    /** Whole seconds; nothing when it is absent, negative or no such thing. */
    public static Optional<Long> seconds(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long days = matcher.group("days") == null ? 0 : number(matcher, "days");
        return Optional.of(((days * 24 + number(matcher, "hours")) * 60 + number(matcher, "minutes")) * 60
                + number(matcher, "seconds"));
    }

    private static long number(Matcher matcher, String group) {
        return Long.parseLong(matcher.group(group));
    }
}
