package org.medianest.downloads.library;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.identity.Caller;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.downloads.concurrent.Blocking;

/** The files of finished downloads, for their owners. The bytes go from the disk to the socket without passing through us. */
@Path("/api/v1/downloads")
@Authenticated
@Tag(name = "files")
public class FileResource {
    private final FileIndex index;
    private final Shelf shelf;
    private final Delivery delivery;
    private final Caller caller;

    FileResource(FileIndex index, Shelf shelf, Delivery delivery, Caller caller) {
        this.index = index;
        this.shelf = shelf;
        this.delivery = delivery;
        this.caller = caller;
    }

    @GET
    @Path("/{id}/file")
    @Operation(operationId = "downloadFile", summary = "The file, or one range of it")
    @APIResponse(responseCode = "200", description = "All of it", content = @Content(mediaType = "*/*"))
    @APIResponse(
            responseCode = "206",
            description = "The part that was asked for",
            content = @Content(mediaType = "*/*"))
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(responseCode = "416", description = "It has no such part; Content-Range tells its size")
    public Uni<Response> file(
            @RestPath UUID id,
            @RestQuery boolean save,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(HttpHeaders.IF_MODIFIED_SINCE) @Nullable String ifModifiedSince) {
        return deliver(id, new FileAnswer.Wish(range, ifRange, ifNoneMatch, ifModifiedSince, save, false));
    }

    @HEAD
    @Path("/{id}/file")
    @Operation(hidden = true)
    public Uni<Response> fileHead(@RestPath UUID id, @RestQuery boolean save) {
        return deliver(id, new FileAnswer.Wish(null, null, null, null, save, true));
    }

    @GET
    @Path("/{id}/thumbnail")
    @Operation(operationId = "downloadThumbnail", summary = "Its picture")
    @APIResponse(responseCode = "200", description = "The picture", content = @Content(mediaType = "image/jpeg"))
    public Uni<Response> thumbnail(@RestPath UUID id) {
        return index.requireOwned(id, caller.id())
                .chain(() -> Blocking.offload(() -> Picture.answer(shelf.findThumbnail(id))));
    }

    private Uni<Response> deliver(UUID id, FileAnswer.Wish wish) {
        return index.file(id, caller.id()).chain(file -> Blocking.offload(() -> answer(file, wish)));
    }

    private Response answer(@Nullable KeptFile file, FileAnswer.Wish wish) {
        if (file == null) {
            throw CommonProblem.NOT_FOUND.because("This download has no file yet. Wait until it is completed.");
        }
        java.nio.file.Path path = shelf.find(file.place())
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because(
                        "The file is not in the library any more. Remove the download, or ask for it again."));
        try {
            return delivery.answer(file, path, wish);
        } catch (IOException goneMeanwhile) {
            throw CommonProblem.NOT_FOUND.because(
                    "The file cannot be read. Ask your admin to look at the media volume.");
        }
    }
}
