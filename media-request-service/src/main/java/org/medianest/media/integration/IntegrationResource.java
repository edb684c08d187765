package org.medianest.media.integration;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestPath;
import org.medianest.commons.identity.Caller;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.media.MediaProblem;
import org.medianest.media.integration.IntegrationView.Integrated;
import org.medianest.media.integration.IntegrationView.Tested;
import org.medianest.media.integration.IntegrationView.WebhookSecret;
import org.medianest.media.integration.Settings.Admin;
import org.medianest.media.system.SystemKind;

/** Connecting systems over HTTP. */
@Path("/api/v1/media/integrations")
@RolesAllowed(Permission.SETTINGS_MANAGE)
@Tag(name = "integrations")
public class IntegrationResource {
    private static final Logger LOG = Logger.getLogger(IntegrationResource.class);
    private static final String WEBHOOKS = "/api/v1/media/webhooks/";
    private static final Set<SystemKind> CALLING_US =
            EnumSet.of(SystemKind.SEERR, SystemKind.RADARR, SystemKind.SONARR);

    private final Settings settings;
    private final Caller caller;

    IntegrationResource(Settings settings, Caller caller) {
        this.settings = settings;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "integrations", summary = "All systems, and how they are connected")
    public Uni<Integrated> all() {
        return settings.all().map(Integrated::new);
    }

    @PUT
    @Path("/{kind}")
    @Operation(operationId = "connectIntegration", summary = "Connects a system, once it was seen to work")
    public Uni<IntegrationView> connect(@RestPath String kind, @NotNull @Valid IntegrationRequest request) {
        return settings.connect(kindOf(kind), request, admin()).invoke(connected -> log("connected", kind));
    }

    @DELETE
    @Path("/{kind}")
    @Operation(operationId = "disconnectIntegration", summary = "Disconnects a system; its key is gone")
    @APIResponse(responseCode = "204", description = "Both are gone")
    public Uni<Void> disconnect(@RestPath String kind) {
        return settings.disconnect(kindOf(kind), admin())
                .invoke(was -> {
                    if (was) {
                        log("disconnected", kind);
                    }
                })
                .replaceWithVoid();
    }

    @POST
    @Path("/{kind}/test")
    @Operation(operationId = "testIntegration", summary = "Looks at a system without connecting it")
    public Uni<Tested> test(@RestPath String kind, @NotNull @Valid IntegrationRequest request) {
        return settings.test(kindOf(kind), request, admin());
    }

    @POST
    @Path("/{kind}/webhook-secret")
    @Operation(
            operationId = "renewWebhookSecret",
            summary = "A new secret for the calls of a system, which ends the one before")
    public Uni<WebhookSecret> webhookSecret(@RestPath String kind) {
        SystemKind system = kindOf(kind);
        if (!CALLING_US.contains(system)) {
            throw CommonProblem.NOT_FOUND.because(system.title() + " does not call MediaNest.");
        }
        return settings.renewWebhookSecret(system, admin())
                .map(secret -> secret.orElseThrow(
                        () -> MediaProblem.NOT_CONFIGURED.because("Connect " + system.title() + " first.")))
                .invoke(secret -> log("webhook secret renewed", kind))
                .map(secret -> new WebhookSecret(WEBHOOKS + word(system), secret.reveal()));
    }

    private Admin admin() {
        return new Admin(caller.id(), caller.username());
    }

    private void log(String what, String kind) {
        LOG.infof("integration %s kind=%s by=%s", what, kindOf(kind), caller.id());
    }

    private static SystemKind kindOf(String word) {
        return Arrays.stream(SystemKind.values())
                .filter(kind -> word(kind).equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such kind of system."));
    }

    private static String word(SystemKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
