package org.medianest.local.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.medianest.local.place.Folders;
import org.medianest.local.place.Refusal;
import org.medianest.local.visit.Journey;
import org.medianest.local.visit.Json;
import org.medianest.local.visit.VideoServer;

/** One film through MediaNest, from the request to the file in the library, and with yt-dlp alone, by turns. */
record DownloadBench(Journey journey, VideoServer site, Path folder, int rounds) {

    void run(Report report) throws IOException {
        report.say("Downloads with MediaNest and with yt-dlp by turns, %d rounds".formatted(rounds));
        List<Double> ours = new ArrayList<>();
        List<Double> probed = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            bare.add(seconds(this::bare));
            ours.add(seconds(journey::download));
            String probe = journey.probe();
            probed.add(seconds(() -> journey.download(probe)));
        }
        Figures ratio = Figures.ratios(new Figures(ours), new Figures(bare));
        Figures probedRatio = Figures.ratios(new Figures(probed), new Figures(bare));
        report.add(
                "download",
                Json.object()
                        .put("bytes", site.size())
                        .put("bytesPerSecond", VideoServer.BYTES_A_SECOND)
                        .put("medianestSeconds", new Figures(ours).json())
                        .put("ytDlpSeconds", new Figures(bare).json())
                        .put("ratio", ratio.json())
                        .put("probedSeconds", new Figures(probed).json())
                        .put("probedRatio", probedRatio.json()));
        String size = "download of %d MiB at %d MiB/s".formatted(site.size() >> 20, VideoServer.BYTES_A_SECOND >> 20);
        report.row(size, new Figures(ours).text("s"), "");
        report.row("yt-dlp alone", new Figures(bare).text("s"), "");
        report.row("MediaNest / yt-dlp", ratio.text("x"), "1.05 x");
        report.row("MediaNest / yt-dlp, the link shown before", probedRatio.text("x"), "1.05 x");
    }

    private interface Work {
        Object run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private Object bare() throws IOException {
        Path target = folder.resolve("bare");
        Process process = new ProcessBuilder(
                        "yt-dlp",
                        "--ignore-config",
                        "--quiet",
                        "--no-playlist",
                        "--no-mtime",
                        "--output",
                        target.resolve("media.%(ext)s").toString(),
                        "--",
                        site.url())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new Refusal("yt-dlp alone could not download the film.");
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
        Folders.remove(target);
        return target;
    }
}
