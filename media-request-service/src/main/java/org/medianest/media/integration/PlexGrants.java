package org.medianest.media.integration;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.medianest.commons.plex.PlexGrant;
import org.medianest.commons.plex.PlexGrant.Address;
import org.medianest.commons.plex.PlexGrant.Reach;
import org.medianest.commons.problem.ProblemException;
import org.medianest.media.MediaProblem;
import org.medianest.media.system.Connection;
import org.medianest.media.system.Secret;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;

/**
 * Finds out by which of the addresses that plex.tv names a server is really reached from here: those of the own network first, a relay
 * last, because everything passes through Plex's machines there.
 */
@ApplicationScoped
class PlexGrants {
    private final SystemSecrets secrets;
    private final Inspection inspection;
    private final Clock clock;

    PlexGrants(SystemSecrets secrets, Inspection inspection, Clock clock) {
        this.secrets = secrets;
        this.inspection = inspection;
        this.clock = clock;
    }

    /** Fails with {@link SystemDown} when no address leads to the server. */
    Uni<Seen> connect(String sealed, UUID admin, JsonObject options) {
        PlexGrant grant = secrets.grant(sealed, admin, clock.instant())
                .orElseThrow(() -> MediaProblem.GRANT_OVER.because("Sign in with Plex again, then choose the server."));
        Uni<Optional<Seen>> found = Uni.createFrom().item(Optional.empty());
        for (Reach reach : Reach.values()) {
            found = found.chain(
                    sofar -> sofar.isPresent() ? Uni.createFrom().item(sofar) : nearest(grant, reach, options));
        }
        return found.map(
                seen -> seen.orElseThrow(
                        () -> new SystemDown(
                                SystemKind.PLEX,
                                "The server cannot be reached from here by any of the addresses that Plex knows. Type in the one that works.")));
    }

    /** All of the same kind at once; the first of them in their order that leads there. */
    private Uni<Optional<Seen>> nearest(PlexGrant grant, Reach reach, JsonObject options) {
        List<Uni<Optional<Seen>>> looks = grant.addresses().stream()
                .filter(address -> address.reach() == reach)
                .flatMap(PlexGrants::usable)
                .map(uri -> look(
                        new Connection(SystemKind.PLEX, uri, new Secret(grant.token()), options),
                        grant.machineIdentifier()))
                .toList();
        return looks.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : Uni.join()
                        .all(looks)
                        .andFailFast()
                        .map(seen -> seen.stream().flatMap(Optional::stream).findFirst());
    }

    private Uni<Optional<Seen>> look(Connection connection, String machine) {
        return inspection
                .of(connection)
                .map(found -> machine.equals(found.machineIdentifier())
                        ? Optional.of(new Seen(connection, found))
                        : Optional.<Seen>empty())
                .onFailure(SystemDown.class)
                .recoverWithItem(Optional.empty());
    }

    private static Stream<URI> usable(Address address) {
        try {
            return Stream.of(SystemAddress.checked(address.uri().toString()));
        } catch (ProblemException noAddress) {
            return Stream.empty();
        }
    }
}
