package org.medianest.media.fulfilment.arr;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medianest.media.fulfilment.Said;
import org.medianest.media.fulfilment.Stage;
import org.medianest.media.system.SystemKind;

/** How a film stands in Radarr that is not in its queue. */
final class MovieStanding {
    private MovieStanding() {}

    static Stage of(JsonNode movie, LocalDate today) {
        if (Said.flag(SystemKind.RADARR, movie, "hasFile")) {
            return new Stage.Imported();
        }
        if (!Said.flag(SystemKind.RADARR, movie, "monitored")) {
            return new Stage.NeedsAttention(
                    "Radarr has it and was told not to look for it. A new try has it look again.");
        }
        if (!Said.flag(SystemKind.RADARR, movie, "isAvailable")) {
            return new Stage.WaitingForRelease(release(movie, today));
        }
        return new Stage.Searching();
    }

    /** At home if that is known, in the cinema otherwise; what lies behind us is not what it waits for. */
    private static @Nullable LocalDate release(JsonNode movie, LocalDate today) {
        return Stream.of("digitalRelease", "physicalRelease")
                .flatMap(field -> date(movie.path(field)).stream())
                .filter(today::isBefore)
                .min(Comparator.naturalOrder())
                .or(() -> date(movie.path("inCinemas")).filter(today::isBefore))
                .orElse(null);
    }

    /** Both {@code 2026-03-01T00:00:00Z} and {@code 2026-03-01}. */
    static Optional<LocalDate> date(JsonNode json) {
        String text = json.asText("");
        try {
            return text.length() == 10
                    ? Optional.of(LocalDate.parse(text))
                    : Optional.of(Instant.parse(text).atZone(ZoneOffset.UTC).toLocalDate());
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
