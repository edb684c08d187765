package org.medianest.media.integration;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.medianest.media.MediaProblem;
import org.medianest.media.system.Connection;
import org.medianest.media.system.Secret;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;

/** Systems as an admin wants them connected: completed by what is known of them already, and looked at. */
@ApplicationScoped
class Proposals {
    private final IntegrationStore store;
    private final SystemSecrets secrets;
    private final Inspection inspection;
    private final PlexGrants grants;
    private final URI tmdb;

    Proposals(
            IntegrationStore store,
            SystemSecrets secrets,
            Inspection inspection,
            PlexGrants grants,
            @ConfigProperty(name = "medianest.tmdb.url") URI tmdb) {
        this.store = store;
        this.secrets = secrets;
        this.inspection = inspection;
        this.grants = grants;
        this.tmdb = tmdb;
    }

    /** Fails with {@link SystemDown} when the system does not answer, or not as it should. */
    Uni<Seen> look(SystemKind kind, IntegrationRequest request, UUID admin) {
        String grant = request.grant();
        if (grant == null || kind != SystemKind.PLEX) {
            return connection(kind, request)
                    .chain(connection -> inspection.of(connection).map(found -> new Seen(connection, found)));
        }
        return store.find(kind)
                .map(before -> options(kind, request, before))
                .chain(options -> grants.connect(grant, admin, options));
    }

    /** What is not given is as it was. */
    private Uni<Connection> connection(SystemKind kind, IntegrationRequest request) {
        return store.find(kind)
                .map(before -> new Connection(
                        kind,
                        url(kind, request, before),
                        secret(kind, request, before),
                        options(kind, request, before)));
    }

    private URI url(SystemKind kind, IntegrationRequest request, Optional<Integration> before) {
        if (kind == SystemKind.TMDB) {
            return tmdb;
        }
        if (request.url() != null) {
            return SystemAddress.checked(request.url());
        }
        return before.map(Integration::url)
                .orElseThrow(() -> MediaProblem.ADDRESS_NOT_ALLOWED.because("Say where " + kind.title() + " is."));
    }

    /** A key that was given for one place is never shown to another. */
    private Secret secret(SystemKind kind, IntegrationRequest request, Optional<Integration> before) {
        if (request.secret() != null) {
            return new Secret(request.secret().strip());
        }
        URI url = url(kind, request, before);
        return before.filter(known -> SystemAddress.isSamePlace(known.url(), url))
                .map(secrets::open)
                .orElseThrow(() -> MediaProblem.SECRET_NEEDED.because(
                        "Give the key of " + kind.title() + " too: there is none for this address."));
    }

    private static JsonObject options(SystemKind kind, IntegrationRequest request, Optional<Integration> before) {
        return request.options() != null
                ? Choices.checked(kind, request.options())
                : before.map(Integration::options).orElse(new JsonObject());
    }
}
