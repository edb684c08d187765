package org.medianest.downloads.worker;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.medianest.downloads.job.Progress;

/**
 * Adds up what yt-dlp says stream by stream to one number that a person understands. Its own figures are no use: the speed is absurd
 * in the beginning and zero for fragments, and every stream starts from nothing again. Not thread-safe.
 */
final class ProgressMeter {
    private static final Duration SMOOTHING = Duration.ofSeconds(3);
    private static final Duration SHORTEST_SAMPLE = Duration.ofMillis(200);

    private record Stream(
            long downloaded, @Nullable Long total, @Nullable Double share, boolean finished) {}

    private final Clock clock;
    private final Map<String, Stream> streams = new LinkedHashMap<>();
    private int expectedStreams = 1;
    private @Nullable Long expectedBytes;

    private @Nullable Instant sampledAt;
    private long sampledBytes;
    private double speed;

    ProgressMeter(Clock clock) {
        this.clock = clock;
    }

    /** What will come. {@code 136+140} are two streams. */
    void expect(Said.Chosen chosen) {
        expectedStreams = chosen.formatId() == null ? 1 : chosen.formatId().split("\\+", -1).length;
        expectedBytes = chosen.bytes();
    }

    void note(Said.Progressed said) {
        if (said.format() == null) {
            return; // a subtitle or a picture
        }
        Double share = said.fragment() == null || said.fragments() == null || said.fragments() == 0
                ? null
                : (Double) (said.fragment() / (double) said.fragments());
        streams.put(said.format(), new Stream(said.downloaded(), said.total(), share, said.finished()));
        sample(downloaded());
    }

    /** All streams have arrived. */
    boolean isComplete() {
        return streams.size() >= expectedStreams && streams.values().stream().allMatch(Stream::finished);
    }

    Progress progress() {
        long downloaded = downloaded();
        Long total = total(downloaded);
        Long perSecond = speed > 0 ? (Long) Math.round(speed) : null;
        Long eta = total == null || perSecond == null || perSecond == 0
                ? null
                : (Long) Math.ceilDiv(total - downloaded, perSecond);
        return new Progress(percent(downloaded, total), downloaded, total, perSecond, eta);
    }

    private long downloaded() {
        return streams.values().stream().mapToLong(Stream::downloaded).sum();
    }

    private @Nullable Long total(long downloaded) {
        if (streams.size() >= expectedStreams
                && streams.values().stream().map(Stream::total).allMatch(Objects::nonNull)) {
            long sum = streams.values().stream()
                    .mapToLong(stream -> stream.total() == null ? 0 : stream.total())
                    .sum();
            return Math.max(sum, downloaded);
        }
        return expectedBytes == null ? null : (Long) Math.max(expectedBytes, downloaded);
    }

    private @Nullable Double percent(long downloaded, @Nullable Long total) {
        if (total != null && total > 0) {
            return rounded(downloaded / (double) total);
        }
        if (streams.values().stream().noneMatch(stream -> stream.share() != null)) {
            return null;
        }
        double done = streams.values().stream()
                .mapToDouble(stream -> stream.finished() ? 1 : stream.share() == null ? 0 : stream.share())
                .sum();
        return rounded(done / Math.max(expectedStreams, streams.size()));
    }

    private static Double rounded(double share) {
        return Math.round(Math.min(1, share) * 1_000) / 10.0;
    }

    /** Exponential smoothing over time, so that it does not matter how often yt-dlp speaks. */
    private void sample(long bytes) {
        Instant now = clock.instant();
        if (sampledAt == null) {
            sampledAt = now; // what a resumed download had already is not speed
            sampledBytes = bytes;
            return;
        }
        Duration since = Duration.between(sampledAt, now);
        if (since.compareTo(SHORTEST_SAMPLE) < 0) {
            return;
        }
        double current = (bytes - sampledBytes) * 1_000.0 / since.toMillis();
        double weight = 1 - Math.exp(-since.toMillis() / (double) SMOOTHING.toMillis());
        speed = speed == 0 ? Math.max(0, current) : speed + weight * (Math.max(0, current) - speed);
        sampledAt = now;
        sampledBytes = bytes;
    }
}
