package org.medianest.media.request;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.medianest.commons.identity.Caller;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;

/** Following titles over HTTP. */
@Path("/api/v1/media/titles/{type: movie|series}/{tmdbId: [0-9]{1,9}}/follow")
@Authenticated
@Tag(name = "requests")
public class FollowResource {
    private final Requests requests;
    private final Caller caller;

    FollowResource(Requests requests, Caller caller) {
        this.requests = requests;
        this.caller = caller;
    }

    @PUT
    @Operation(operationId = "followTitle", summary = "You hear what becomes of a title, whoever asked for it")
    @APIResponse(responseCode = "204", description = "You follow it")
    public Uni<Void> follow(@RestPath String type, @RestPath @Min(1) int tmdbId) {
        return requests.follow(title(type, tmdbId), Viewer.of(caller));
    }

    @DELETE
    @Operation(operationId = "unfollowTitle", summary = "You hear no more of it")
    @APIResponse(responseCode = "204", description = "You do not follow it")
    public Uni<Void> unfollow(@RestPath String type, @RestPath @Min(1) int tmdbId) {
        return requests.unfollow(title(type, tmdbId), Viewer.of(caller));
    }

    private static TitleId title(String type, int tmdbId) {
        return new TitleId("movie".equals(type) ? MediaType.MOVIE : MediaType.SERIES, tmdbId);
    }
}
