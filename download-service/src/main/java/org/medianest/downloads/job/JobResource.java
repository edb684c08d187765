package org.medianest.downloads.job;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.idempotency.IdempotencyKeys;
import org.medianest.commons.identity.Caller;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.paging.PageRequest;

/** Downloads over HTTP. */
@Path(Download.PATH)
@Authenticated
@Tag(name = "downloads")
public class JobResource {
    private final Submissions submissions;
    private final Jobs jobs;
    private final Caller caller;

    JobResource(Submissions submissions, Jobs jobs, Caller caller) {
        this.submissions = submissions;
        this.jobs = jobs;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Permission.DOWNLOADS_CREATE)
    @Operation(operationId = "createDownload", summary = "Asks for a download")
    @APIResponse(
            responseCode = "202",
            description = "It is in the queue",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Download.class)))
    public Uni<RestResponse<Download>> submit(
            @Parameter(description = "The same key within 24 hours asks once")
                    @HeaderParam("Idempotency-Key")
                    @Pattern(regexp = IdempotencyKeys.SHAPE, message = IdempotencyKeys.SHAPE_IN_WORDS)
                    @Nullable
                    String idempotencyKey,
            @NotNull @Valid DownloadRequest request) {
        return submissions
                .submit(new Submissions.Person(caller.id(), caller.username()), request, idempotencyKey)
                .map(download -> RestResponse.ResponseBuilder.<Download>create(RestResponse.Status.ACCEPTED, download)
                        .location(URI.create(Download.PATH + "/" + download.id()))
                        .build());
    }

    @GET
    @Operation(operationId = "listDownloads", summary = "Your downloads, newest first")
    public Uni<DownloadPage> list(
            @RestQuery @DefaultValue(PageRequest.DEFAULT_LIMIT) int limit, @RestQuery @Nullable String cursor) {
        return jobs.list(caller.id(), PageRequest.of(limit, cursor));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "findDownload", summary = "One of your downloads")
    public Uni<Download> find(@RestPath UUID id) {
        return jobs.find(id, caller.id());
    }

    @POST
    @Path("/{id}/cancel")
    @ResponseStatus(202)
    @Operation(operationId = "cancelDownload", summary = "Stops it, within a second and for good")
    @APIResponse(
            responseCode = "202",
            description = "It is cancelled",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Download.class)))
    public Uni<Download> cancel(@RestPath UUID id) {
        return jobs.cancel(id, caller.id());
    }

    @POST
    @Path("/{id}/retry")
    @RolesAllowed(Permission.DOWNLOADS_CREATE)
    @ResponseStatus(202)
    @Operation(operationId = "retryDownload", summary = "Asks again for one that failed or was cancelled")
    @APIResponse(
            responseCode = "202",
            description = "It is in the queue again",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Download.class)))
    public Uni<Download> retry(@RestPath UUID id) {
        return jobs.retry(id, caller.id());
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "removeDownload", summary = "Removes it and its file")
    @APIResponse(responseCode = "204", description = "Both are gone")
    public Uni<Void> remove(@RestPath UUID id) {
        return jobs.remove(id, caller.id());
    }
}
