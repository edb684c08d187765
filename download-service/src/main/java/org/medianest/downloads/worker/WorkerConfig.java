package org.medianest.downloads.worker;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** What runs the downloads, and how hard. */
@ConfigMapping(prefix = "medianest.downloads")
public interface WorkerConfig {
    /** Path of yt-dlp; found on PATH when absent. */
    Optional<String> ytdlp();

    /** Path of ffmpeg; found on PATH when absent. */
    Optional<String> ffmpeg();

    /** Path of ffprobe; found on PATH when absent. */
    Optional<String> ffprobe();

    /** Which sites: the value of yt-dlp's {@code --use-extractors}. */
    @WithDefault("youtube.*")
    String extractors();

    Limits worker();

    /** Limits of a worker. */
    interface Limits {
        /** Downloads at once, 0 to 32. 0 hands out nothing here; another replica may work. */
        @WithDefault("2")
        int parallel();

        /** How often the queue is looked at when nobody wakes the worker. */
        @WithDefault("1s")
        Duration poll();

        /** How often a lease is renewed and the progress written down. */
        @WithDefault("2s")
        Duration renewal();

        /** A download that shows no sign of life for so long is stopped and tried again. */
        @WithDefault("90s")
        Duration stall();

        /** The same while the file is joined and converted, which is silent. */
        @WithDefault("30m")
        Duration processingStall();

        /** The largest file that may be written. */
        @WithDefault("20G")
        MemorySize maxFileSize();

        /** How long yt-dlp waits for a silent server. */
        @WithDefault("20s")
        Duration socketTimeout();

        /** The first pause before a failed download is tried again; it doubles from there. */
        @WithDefault("10s")
        Duration retryPause();

        /** The first pause after a site has asked us to slow down. */
        @WithDefault("15m")
        Duration rateLimitPause();

        /** How long what was learned of a link may be used for the download. */
        @WithDefault("1h")
        Duration probeLife();
    }
}
