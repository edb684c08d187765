package org.medianest.downloads.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.medianest.downloads.job.Quality;

/** Reads off the formats of a video what there is to choose from, and about how large each would be. */
final class Qualities {
    private static final List<Quality> HEIGHTS = List.of(Quality.P2160, Quality.P1080, Quality.P720, Quality.P480);

    /**
     * One of the formats that the site offers.
     *
     * @param height 0 when the site does not say
     */
    private record Format(
            int height,
            boolean video,
            boolean audio,
            @Nullable Long bytes) {
        static Format of(JsonNode said, @Nullable Double seconds) {
            // "none" is said of what is known not to be there; null and absent mean that nobody knows
            boolean video = !said.path("vcodec").asText("").equals("none");
            boolean audio = !said.path("acodec").asText("").equals("none");
            int height = said.path("height").asInt(0);
            int width = said.path("width").asInt(0);
            return new Format(width > 0 ? Math.min(height, width) : height, video, audio, bytes(said, seconds));
        }

        private static @Nullable Long bytes(JsonNode said, @Nullable Double seconds) {
            for (String field : List.of("filesize", "filesize_approx")) {
                if (said.path(field).asLong(0) > 0) {
                    return said.path(field).asLong();
                }
            }
            double kilobits = said.path("tbr").asDouble(0);
            return seconds == null || kilobits <= 0 ? null : (Long) Math.round(kilobits * 125 * seconds);
        }
    }

    private final List<Format> formats;

    private Qualities(List<Format> formats) {
        this.formats = formats;
    }

    static List<QualityOption> of(JsonNode info, @Nullable Double seconds) {
        return new Qualities(StreamSupport.stream(info.path("formats").spliterator(), false)
                        .map(said -> Format.of(said, seconds))
                        .toList())
                .options();
    }

    private List<QualityOption> options() {
        List<QualityOption> options = new ArrayList<>();
        if (formats.stream().anyMatch(Format::video)) {
            options.add(option(Quality.BEST, Integer.MAX_VALUE));
            int highest = formats.stream().mapToInt(Format::height).max().orElse(0);
            HEIGHTS.stream()
                    .filter(quality -> quality.height() <= highest)
                    .map(quality -> option(quality, quality.height()))
                    .forEach(options::add);
        }
        if (formats.stream().anyMatch(Format::audio)) {
            options.add(
                    new QualityOption(Quality.AUDIO, sound().map(Format::bytes).orElse(null), null));
        }
        return options;
    }

    private QualityOption option(Quality quality, int height) {
        Optional<Format> picture = formats.stream()
                .filter(Format::video)
                .filter(format -> format.height() <= height)
                .max(Comparator.comparingInt(Format::height)
                        .thenComparing(format -> Objects.requireNonNullElse(format.bytes(), 0L)));
        Integer lines = picture.map(Format::height).filter(found -> found > 0).orElse(null);
        return new QualityOption(quality, picture.map(this::withSound).orElse(null), lines);
    }

    private @Nullable Long withSound(Format picture) {
        Long sound = picture.audio() ? (Long) 0L : sound().map(Format::bytes).orElse(null);
        return picture.bytes() == null || sound == null ? null : (Long) (picture.bytes() + sound);
    }

    /** The best sound that comes without a picture. */
    private Optional<Format> sound() {
        return formats.stream()
                .filter(format -> format.audio() && !format.video())
                .max(Comparator.comparing(format -> Objects.requireNonNullElse(format.bytes(), 0L)));
    }
}
