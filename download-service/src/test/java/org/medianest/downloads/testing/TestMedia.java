package org.medianest.downloads.testing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Videos and pictures made by ffmpeg. */
public final class TestMedia {
    private TestMedia() {}

    /** Half a megabyte for ten seconds, with sound. */
    public static Path video(Path folder, int seconds) {
        Path file = folder.resolve("v.mp4");
        ffmpeg(
                "-f",
                "lavfi",
                "-i",
                "testsrc2=size=320x180:rate=24:duration=" + seconds,
                "-f",
                "lavfi",
                "-i",
                "sine=frequency=440:duration=" + seconds,
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-b:v",
                "300k",
                "-c:a",
                "aac",
                "-movflags",
                "+faststart",
                file.toString());
        return file;
    }

    public static Path picture(Path folder) {
        Path file = folder.resolve("thumb.png");
        ffmpeg("-f", "lavfi", "-i", "testsrc2=size=320x180", "-frames:v", "1", file.toString());
        return file;
    }

    public static Path jpeg(Path folder) {
        Path file = folder.resolve("thumb.jpg");
        ffmpeg("-f", "lavfi", "-i", "testsrc2=size=64x36", "-frames:v", "1", file.toString());
        return file;
    }

    private static void ffmpeg(String... arguments) {
        List<String> command = new java.util.ArrayList<>(List.of("ffmpeg", "-v", "error", "-y"));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("ffmpeg failed: " + command);
            }
        } catch (IOException broken) {
            throw new IllegalStateException("ffmpeg is needed for these tests", broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
