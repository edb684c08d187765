package org.medianest.downloads.worker;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A release of yt-dlp is a day. Some options came on a day, and an unknown option is fatal. */
record YtDlpVersion(LocalDate day) {
    private static final Pattern FORM = Pattern.compile("(\\d{4})\\.(\\d{1,2})\\.(\\d{1,2})(\\..*)?");

    static Optional<YtDlpVersion> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new YtDlpVersion(LocalDate.of(
                        Integer.parseInt(form.group(1)),
                        Integer.parseInt(form.group(2)),
                        Integer.parseInt(form.group(3)))))
                : Optional.empty();
    }

    boolean isSince(int year, int month, int dayOfMonth) {
        return !day.isBefore(LocalDate.of(year, month, dayOfMonth));
    }
}
