package org.medianest.downloads.library;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Sends a file, or has the nginx in front of us send it. */
@ApplicationScoped
class Delivery {
    /** Where the library is for nginx; nobody else can ask there. */
    private static final String PROTECTED = "/protected-files/";

    private final Folders folders;
    private final boolean accel;

    Delivery(Folders folders, DeliveryConfig config) {
        this.folders = folders;
        this.accel = config.accel();
    }

    /** @param path where the file really is, links followed */
    Response answer(KeptFile file, Path path, FileAnswer.Wish wish) throws IOException {
        return accel ? handOver(file, path, wish) : FileAnswer.of(file, path, Files.size(path), wish);
    }

    /** nginx looks at the file itself, so ranges and validators are its business: two opinions on them would not agree. */
    private Response handOver(KeptFile file, Path path, FileAnswer.Wish wish) throws IOException {
        Path place = folders.root().toRealPath().relativize(path);
        return FileAnswer.described(Response.ok(), file, wish)
                .header("X-Accel-Redirect", PROTECTED + encoded(place))
                .build();
    }

    private static String encoded(Path place) {
        return StreamSupport.stream(place.spliterator(), false)
                .map(part -> URLEncoder.encode(part.toString(), StandardCharsets.UTF_8)
                        .replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
