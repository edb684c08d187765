package org.medianest.gateway.proxy;

import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** The time as HTTP writes it; written out once a second, however often it is asked for. */
final class HttpDate {
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
            .appendPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'")
            .toFormatter(Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private volatile Written last = new Written(0, "");

    private record Written(long second, CharSequence text) {}

    /** Asked on several threads at once it may be written twice, which does no harm. */
    CharSequence of(long epochMillis) {
        long second = Math.floorDiv(epochMillis, 1000L);
        Written written = last;
        if (written.second() != second) {
            written = new Written(second, HttpHeaders.createOptimized(FORMAT.format(Instant.ofEpochSecond(second))));
            last = written;
        }
        return written.text();
    }
}
