package org.medianest.eventlab;

import java.time.Duration;
import java.time.Instant;

/** The text that an event of the lab carries: its number within its subject, and when it was said, in microseconds since 1970. */
record Numbered(int number, long saidAt) {
    static Numbered now(int number) {
        return new Numbered(number, micros());
    }

    static Numbered read(String text) {
        int at = text.indexOf('@');
        return new Numbered(Integer.parseInt(text.substring(0, at)), Long.parseLong(text.substring(at + 1)));
    }

    String text() {
        return number + "@" + saidAt;
    }

    /** The clock that all processes of the machine share. */
    static long micros() {
        return Duration.between(Instant.EPOCH, Instant.now()).toNanos() / 1_000;
    }
}
