package org.medianest.homelab.arr;

import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The days that a calendar shows: today and tomorrow, unless it is asked for others. */
record Window(Instant start, Instant end) {
    static Window of(HttpServerRequest request, Instant now) {
        Instant today = now.truncatedTo(ChronoUnit.DAYS);
        return new Window(
                parse(request.getParam("start"), today),
                parse(request.getParam("end"), today.plus(Duration.ofDays(2))));
    }

    boolean holds(Instant time) {
        return !time.isBefore(start) && !time.isAfter(end);
    }

    private static Instant parse(@Nullable String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw new NumberFormatException("The value '" + text + "' is not valid.");
        }
    }
}
