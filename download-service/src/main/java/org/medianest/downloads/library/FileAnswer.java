package org.medianest.downloads.library;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import org.jboss.resteasy.reactive.PathPart;
import org.jspecify.annotations.Nullable;

/** The answer to a request for a file: all of it, a part, or word that it is known or has no such part. */
final class FileAnswer {
    /** What a request says about what it wants. */
    record Wish(
            @Nullable String range,
            @Nullable String ifRange,
            @Nullable String ifNoneMatch,
            @Nullable String ifModifiedSince,
            boolean save,
            boolean headOnly) {}

    private FileAnswer() {}

    static Response of(KeptFile file, Path path, long bytes, Wish wish) {
        Validators validators = Validators.of(file, bytes);
        if (validators.isKnown(wish.ifNoneMatch(), wish.ifModifiedSince())) {
            return head(Response.status(304), file, validators, wish).build();
        }
        ByteRange range =
                validators.allowsRange(wish.ifRange()) ? ByteRange.of(wish.range(), bytes) : new ByteRange.Whole();
        return switch (range) {
            case ByteRange.Whole whole -> body(head(Response.ok(), file, validators, wish), path, 0, bytes, wish);
            case ByteRange.Part part ->
                body(
                        head(Response.status(206), file, validators, wish)
                                .header("Content-Range", "bytes " + part.from() + "-" + part.to() + "/" + bytes),
                        path,
                        part.from(),
                        part.length(),
                        wish);
            case ByteRange.Unsatisfiable none ->
                Response.status(416).header("Content-Range", "bytes */" + bytes).build();
        };
    }

    private static Response.ResponseBuilder head(
            Response.ResponseBuilder answer, KeptFile file, Validators validators, Wish wish) {
        return described(answer, file, wish)
                .header(HttpHeaders.ETAG, validators.etag())
                .header(HttpHeaders.LAST_MODIFIED, validators.lastModified())
                .header("Accept-Ranges", "bytes");
    }

    /** Nothing that is opened from here may run: it is a stranger's file, whatever it says it is. */
    static Response.ResponseBuilder described(Response.ResponseBuilder answer, KeptFile file, Wish wish) {
        return answer.type(file.type().contentType())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(HttpHeaders.CONTENT_DISPOSITION, Disposition.of(file.name(), wish.save()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox");
    }

    private static Response body(Response.ResponseBuilder answer, Path path, long from, long count, Wish wish) {
        answer.header(HttpHeaders.CONTENT_LENGTH, count);
        return wish.headOnly() || count == 0
                ? answer.build()
                : answer.entity(new PathPart(path, from, count)).build();
    }
}
