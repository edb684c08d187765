package org.medianest.downloads.library;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.medianest.commons.problem.CommonProblem;

/** A thumbnail as an answer. It came from a stranger: only what begins like a JPEG is given out, and only as that. */
public final class Picture {
    private static final long MAX_BYTES = 8L << 20;

    private Picture() {}

    public static Response answer(Optional<Path> file) {
        Path picture = file.filter(Picture::isJpeg)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no picture of it."));
        return Response.ok(picture, "image/jpeg")
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox")
                .build();
    }

    public static boolean isJpeg(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(3);
            return start.length == 3
                    && start[0] == (byte) 0xFF
                    && start[1] == (byte) 0xD8
                    && start[2] == (byte) 0xFF
                    && Files.size(file) <= MAX_BYTES;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
