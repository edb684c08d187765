package org.medianest.downloads.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Asks ffprobe whether a file is the whole video that was promised. */
@ApplicationScoped
class MediaCheck {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int MAX_OUTPUT = 1 << 20;
    private static final double TOLERANCE_SECONDS = 5;
    private static final double TOLERANCE_SHARE = 0.02;

    private final Children children;

    MediaCheck(Children children) {
        this.children = children;
    }

    sealed interface Verdict {
        record Good(@Nullable Double seconds) implements Verdict {}

        record Bad(String reason) implements Verdict {}
    }

    /**
     * @param promised its length in seconds, as the site says
     * @param folder where to run
     */
    Verdict check(Path file, @Nullable Double promised, Path folder, Toolbox tools)
            throws IOException, InterruptedException {
        Child.Answer answer = children.start(
                        new Children.Order(command(tools.ffprobe(), file), folder, tools.instance(), MAX_OUTPUT))
                .answer(PATIENCE, MAX_OUTPUT);
        return answer.exit() == 0
                ? judge(answer.out(), promised)
                : new Verdict.Bad(answer.timedOut() ? "ffprobe takes too long" : "ffprobe cannot read it");
    }

    /** Only the file itself may be read: a playlist that calls itself a video would send ffprobe elsewhere. */
    private static List<String> command(Path ffprobe, Path file) {
        return List.of(
                ffprobe.toString(),
                "-v",
                "error",
                "-protocol_whitelist",
                "file",
                "-print_format",
                "json",
                "-show_entries",
                "format=duration:stream=codec_type,duration:stream_disposition=attached_pic",
                "-i",
                "file:" + file.toAbsolutePath());
    }

    static Verdict judge(String ffprobeSaid, @Nullable Double promised) {
        try {
            JsonNode said = JSON.readTree(ffprobeSaid);
            boolean plays = StreamSupport.stream(said.path("streams").spliterator(), false)
                    .anyMatch(MediaCheck::isVideoOrAudio);
            if (!plays) {
                return new Verdict.Bad("neither video nor audio in it");
            }
            Double seconds = seconds(said);
            return promised == null || seconds == null || isClose(seconds, promised)
                    ? new Verdict.Good(seconds)
                    : new Verdict.Bad("%.1f s long, promised were %.1f s".formatted(seconds, promised));
        } catch (JsonProcessingException broken) {
            return new Verdict.Bad("ffprobe does not answer in JSON");
        }
    }

    private static boolean isVideoOrAudio(JsonNode stream) {
        String type = stream.path("codec_type").asText();
        boolean cover = stream.path("disposition").path("attached_pic").asInt() == 1;
        return type.equals("audio") || type.equals("video") && !cover;
    }

    private static @Nullable Double seconds(JsonNode said) {
        double seconds = said.path("format").path("duration").asDouble(0);
        return seconds > 0 ? (Double) seconds : null;
    }

    private static boolean isClose(double seconds, double promised) {
        return Math.abs(seconds - promised) <= Math.max(TOLERANCE_SECONDS, promised * TOLERANCE_SHARE);
    }
}
