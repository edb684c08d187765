package org.medianest.media.request;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.idempotency.IdempotencyKeys;
import org.medianest.commons.identity.Caller;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.paging.PageRequest;
import org.medianest.media.catalogue.MediaType;

/** Requests over HTTP. */
@Path(RequestResource.PATH)
@Authenticated
@Tag(name = "requests")
public class RequestResource {
    static final String PATH = "/api/v1/requests";

    private static final String JSON = jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

    private final Requests requests;
    private final Quotas quotas;
    private final Caller caller;

    RequestResource(Requests requests, Quotas quotas, Caller caller) {
        this.requests = requests;
        this.quotas = quotas;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Permission.REQUESTS_CREATE)
    @Operation(operationId = "createRequest", summary = "Asks for a film, or for seasons of a series")
    @APIResponse(
            responseCode = "201",
            description = "It is a request now",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = RequestView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Somebody asked for it already, and you follow it now",
            content = @Content(mediaType = JSON, schema = @Schema(implementation = RequestView.class)))
    public Uni<RestResponse<RequestView>> create(
            @Parameter(description = "The same key within 24 hours asks once")
                    @HeaderParam("Idempotency-Key")
                    @Pattern(regexp = IdempotencyKeys.SHAPE, message = IdempotencyKeys.SHAPE_IN_WORDS)
                    @Nullable
                    String idempotencyKey,
            @NotNull @Valid NewRequest request) {
        return requests.ask(viewer(), request, idempotencyKey).map(RequestResource::answer);
    }

    private static RestResponse<RequestView> answer(Requests.Answer answer) {
        RestResponse.Status status = answer.isNew() ? RestResponse.Status.CREATED : RestResponse.Status.OK;
        return RestResponse.ResponseBuilder.<RequestView>create(status, answer.request())
                .location(URI.create(PATH + "/" + answer.request().id()))
                .build();
    }

    @GET
    @Operation(
            operationId = "listRequests",
            summary = "Requests: yours and those that you follow, or everybody's for those who may see all")
    public Uni<RequestPage> list(
            @RestQuery @DefaultValue("MINE") RequestScope scope,
            @RestQuery @Nullable RequestState state,
            @RestQuery @Nullable MediaType type,
            @RestQuery @DefaultValue("NEWEST") RequestSort sort,
            @RestQuery @DefaultValue(PageRequest.DEFAULT_LIMIT) int limit,
            @RestQuery @Nullable String cursor) {
        return requests.list(
                new RequestList(scope, state, type, sort),
                viewer(),
                PageRequest.of(limit, cursor, RequestSort.Place::decode));
    }

    @GET
    @Path("/counts")
    @Operation(operationId = "countRequests", summary = "How many of them are in which state")
    public Uni<RequestCounts> counts(@RestQuery @DefaultValue("MINE") RequestScope scope) {
        return requests.counts(scope, viewer());
    }

    @GET
    @Path("/quota")
    @Operation(operationId = "findQuota", summary = "How many films, or seasons of series, you may still ask for")
    public Uni<Quota> quota(@RestQuery @DefaultValue("MOVIE") MediaType type) {
        return quotas.of(type, viewer());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "findRequest", summary = "One request that is yours to see, with its timeline")
    public Uni<RequestView> find(@RestPath UUID id) {
        return requests.find(id, viewer());
    }

    @POST
    @Path("/{id}/approve")
    @RolesAllowed(Permission.REQUESTS_MANAGE)
    @Operation(operationId = "approveRequest", summary = "Has it got")
    public Uni<RequestView> approve(@RestPath UUID id) {
        return requests.approve(id, viewer());
    }

    @POST
    @Path("/{id}/decline")
    @RolesAllowed(Permission.REQUESTS_MANAGE)
    @Operation(operationId = "declineRequest", summary = "Refuses it, and says why")
    public Uni<RequestView> decline(@RestPath UUID id, @NotNull @Valid DeclineRequest decline) {
        return requests.decline(id, viewer(), decline.reason());
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(operationId = "cancelRequest", summary = "Takes it back while it is not there yet")
    public Uni<RequestView> cancel(@RestPath UUID id) {
        return requests.cancel(id, viewer());
    }

    @POST
    @Path("/{id}/retry")
    @Operation(operationId = "retryRequest", summary = "Tries again what failed, or what somebody had to look after")
    public Uni<RequestView> retry(@RestPath UUID id) {
        return requests.retry(id, viewer());
    }

    private Viewer viewer() {
        return Viewer.of(caller);
    }
}
