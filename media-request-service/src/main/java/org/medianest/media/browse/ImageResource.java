package org.medianest.media.browse;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.media.browse.Pictures.PlexPicture;

/** Pictures over HTTP. The paths leave no room for an address: there are two places, and names by pattern. */
@Path(ImageRoutes.PATH)
@Authenticated
@Tag(name = "images")
public class ImageResource {
    /** A picture of TMDB never changes under its name. */
    private static final Duration LONG = Duration.ofDays(30);

    private static final Duration SHORT = Duration.ofHours(1);

    private final Pictures pictures;

    ImageResource(Pictures pictures) {
        this.pictures = pictures;
    }

    @GET
    @Path("/tmdb/{size: w92|w154|w185|w342|w500|w780|w1280}/{name: [A-Za-z0-9_-]{1,80}\\.(jpg|jpeg|png|webp)}")
    @Operation(operationId = "tmdbImage", summary = "A picture of a title or of somebody who plays in it")
    @APIResponse(responseCode = "200", description = "The picture", content = @Content(mediaType = "image/*"))
    public Uni<Response> ofTmdb(@RestPath String size, @RestPath String name) {
        return pictures.ofTmdb(size, name).map(picture -> answer(picture, LONG));
    }

    @GET
    @Path("/plex/{ratingKey: [0-9]{1,20}}/{kind: thumb|art}")
    @Operation(operationId = "plexImage", summary = "A picture of an item of the library")
    @APIResponse(responseCode = "200", description = "The picture", content = @Content(mediaType = "image/*"))
    public Uni<Response> ofPlex(@RestPath String ratingKey, @RestPath String kind) {
        return pictures.ofPlex(ratingKey, PlexPicture.valueOf(kind.toUpperCase(Locale.ROOT)))
                .map(picture -> answer(picture, SHORT));
    }

    private static Response answer(Optional<Picture> picture, Duration kept) {
        Picture found =
                picture.orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no picture that can be shown."));
        return Response.ok(found.bytes())
                .type(found.type())
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=" + kept.toSeconds())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }
}
