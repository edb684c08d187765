package org.medianest.homelab.arr;

import java.time.Duration;

/** How .NET writes a duration. */
final class TimeSpan {
    private TimeSpan() {}

    /** {@code hh:mm:ss}, and {@code d.hh:mm:ss} from a day on. */
    static String of(Duration duration) {
        String time =
                "%02d:%02d:%02d".formatted(duration.toHoursPart(), duration.toMinutesPart(), duration.toSecondsPart());
        return duration.toDays() == 0 ? time : duration.toDays() + "." + time;
    }
}
