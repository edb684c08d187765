package org.medianest.downloads.library;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a reader tells whether the file is still the one it knows (RFC 9110, section 13).
 *
 * @param etag strong: a file in the library never changes, it only goes
 */
record Validators(String etag, String lastModified) {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    static Validators of(KeptFile file, long bytes) {
        Instant since = file.since().truncatedTo(ChronoUnit.SECONDS);
        return new Validators("\"" + file.download() + "-" + Long.toHexString(bytes) + "\"", HTTP_DATE.format(since));
    }

    /** Whether the reader has this very file already. */
    boolean isKnown(@Nullable String ifNoneMatch, @Nullable String ifModifiedSince) {
        if (ifNoneMatch != null) {
            return ifNoneMatch.strip().equals("*")
                    || Arrays.stream(ifNoneMatch.split(","))
                            .map(tag -> tag.strip().replaceFirst("^W/", ""))
                            .anyMatch(etag::equals);
        }
        return lastModified.equals(ifModifiedSince);
    }

    /** Whether a part may be given to a reader who holds other parts; weak tags never match here. */
    boolean allowsRange(@Nullable String ifRange) {
        return ifRange == null || ifRange.equals(etag) || ifRange.equals(lastModified);
    }
}
