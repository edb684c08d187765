package org.medianest.media.fulfilment;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.media.integration.WebhookSecrets;
import org.medianest.media.system.SystemKind;

/**
 * Where Seerr, Radarr and Sonarr say that something has happened. Which thing does not matter, and is not read: it is a hint that leads to a
 * fresh look, so one that comes twice, late, or in another order changes nothing.
 */
@Path("/api/v1/media/webhooks")
@Tag(name = "webhooks")
public class WebhookResource {
    private static final Map<String, SystemKind> CALLERS =
            Map.of("seerr", SystemKind.SEERR, "radarr", SystemKind.RADARR, "sonarr", SystemKind.SONARR);
    private static final long LONGEST_BODY = 1024 * 1024;

    private final WebhookSecrets secrets;
    private final Watch watch;

    WebhookResource(WebhookSecrets secrets, Watch watch) {
        this.secrets = secrets;
        this.watch = watch;
    }

    @POST
    @Path("/{system}")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "hearWebhook", summary = "Says that something has happened at Seerr, Radarr or Sonarr")
    @APIResponse(responseCode = "204", description = "It is looked at")
    public Uni<Void> post(
            @RestPath String system,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @HeaderParam(HttpHeaders.CONTENT_LENGTH) @Nullable Long length) {
        SystemKind kind = CALLERS.get(system);
        if (kind == null) {
            throw CommonProblem.NOT_FOUND.because("No system " + system.toLowerCase(Locale.ROOT) + " can call here.");
        }
        if (length != null && length > LONGEST_BODY) {
            throw CommonProblem.TOO_LARGE.because("A webhook of this system is never as long as that.");
        }
        return secrets.isFrom(kind, authorization).chain(known -> {
            if (!known) {
                throw CommonProblem.UNAUTHENTICATED.because(
                        "Give the secret of the webhook as its Authorization header.");
            }
            return watch.hint(kind);
        });
    }
}
