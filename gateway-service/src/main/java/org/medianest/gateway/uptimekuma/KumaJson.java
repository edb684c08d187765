package org.medianest.gateway.uptimekuma;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.gateway.watch.Beat;
import org.medianest.gateway.watch.WatchState;

/**
 * Reads what Uptime Kuma writes: ids now as numbers, now as texts; booleans now as numbers; the same fields in snake and in camel case;
 * times without a zone, which are UTC. What cannot be read is left out.
 */
final class KumaJson {
    private static final String PREFIX = "kuma-";
    private static final int LONGEST_ID = 18;

    private KumaJson() {}

    /** Our id of one of theirs. */
    static Optional<String> id(@Nullable JsonNode node) {
        String text = node == null || !node.isValueNode() ? "" : node.asText().strip();
        return !text.isEmpty() && text.length() <= LONGEST_ID && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Optional.of(PREFIX + text)
                : Optional.empty();
    }

    /** For a monitor that is known by its name only. */
    static String idOfName(String name) {
        String hash =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        return PREFIX + "n" + hash.substring(0, 8) + hash.substring(24);
    }

    static boolean isTrue(JsonNode node, boolean otherwise) {
        return node.isBoolean() ? node.booleanValue() : node.isNumber() ? node.intValue() != 0 : otherwise;
    }

    static @Nullable String text(JsonNode node) {
        return node.isTextual() && !node.textValue().isBlank()
                ? node.textValue().strip()
                : null;
    }

    static @Nullable Double ratio(JsonNode node) {
        double value = node.isNumber() ? node.doubleValue() : -1;
        return value >= 0 && value <= 1 ? value : null;
    }

    /**
     * The beats in an array, of the monitor that they name or else of this one. Their clock may be ahead of ours: then all of them are as
     * much earlier, so that none is in the future and their order is kept.
     */
    static List<Beat> beats(JsonNode rows, @Nullable String monitor, Instant now) {
        List<Beat> beats = new ArrayList<>();
        for (JsonNode row : rows) {
            read(row, monitor).ifPresent(beats::add);
        }
        Duration ahead = beats.stream()
                .map(beat -> Duration.between(now, beat.at()))
                .filter(Duration::isPositive)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return ahead.isZero()
                ? beats
                : beats.stream().map(beat -> earlier(beat, ahead)).toList();
    }

    static Optional<Beat> beat(JsonNode row, Instant now) {
        return read(row, null).map(beat -> beat.at().isAfter(now) ? earlier(beat, Duration.between(now, beat.at())) : beat);
    }

    private static Beat earlier(Beat beat, Duration by) {
        return new Beat(beat.id(), beat.at().minus(by), beat.state(), beat.message(), beat.responseMs(), beat.covers());
    }

    private static Optional<Beat> read(JsonNode row, @Nullable String monitor) {
        Optional<String> id = monitor == null ? id(either(row, "monitorID", "monitor_id")) : Optional.of(monitor);
        Optional<WatchState> state = state(row.path("status"));
        Optional<Instant> at = time(row.path("time").asText(""));
        if (id.isEmpty() || state.isEmpty() || at.isEmpty()) {
            return Optional.empty();
        }
        long seconds = Math.clamp(row.path("duration").asLong(0), 0, 3600);
        return Optional.of(new Beat(
                id.get(), at.get(), state.get(), message(state.get()), ping(row.path("ping")), Duration.ofSeconds(seconds)));
    }

    /** By the number that Uptime Kuma has for it. */
    static Optional<WatchState> state(JsonNode status) {
        return switch (status.isValueNode() ? status.asInt(-1) : -1) {
            case 0 -> Optional.of(WatchState.DOWN);
            case 1 -> Optional.of(WatchState.UP);
            case 2 -> Optional.of(WatchState.PENDING);
            case 3 -> Optional.of(WatchState.MAINTENANCE);
            default -> Optional.empty();
        };
    }

    /** What Uptime Kuma has to say names hosts and ports of the household, and everybody who is signed in reads ours. */
    static @Nullable String message(WatchState state) {
        return switch (state) {
            case DOWN -> "Uptime Kuma gets no good answer from it.";
            case PENDING -> "It failed, and Uptime Kuma looks again.";
            case MAINTENANCE -> "Planned work.";
            case UNKNOWN -> "Paused in Uptime Kuma.";
            case UP -> null;
        };
    }

    private static JsonNode either(JsonNode row, String one, String other) {
        return row.has(one) ? row.path(one) : row.path(other);
    }

    private static @Nullable Integer ping(JsonNode ping) {
        double value = ping.isNumber() ? ping.doubleValue() : -1;
        return value < 0 || value > Integer.MAX_VALUE ? null : (int) Math.round(value);
    }

    private static Optional<Instant> time(String text) {
        String iso = text.strip().replace(' ', 'T');
        try {
            return Optional.of(
                    iso.endsWith("Z")
                            ? Instant.parse(iso)
                            : LocalDateTime.parse(iso, DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
