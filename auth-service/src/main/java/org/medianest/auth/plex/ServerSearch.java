package org.medianest.auth.plex;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.auth.plextv.OwnedServer;
import org.medianest.auth.plextv.PinClaim;
import org.medianest.auth.plextv.PlexAway;
import org.medianest.auth.plextv.PlexToken;
import org.medianest.auth.plextv.PlexTokenRefused;
import org.medianest.auth.plextv.PlexTv;
import org.medianest.commons.plex.PlexGrant;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.commons.secret.SecretBox;

/**
 * Which Plex servers an admin has, once they have signed in at plex.tv. Their token is used for this one question and kept nowhere;
 * those of the servers leave only in a {@link PlexGrant}.
 */
@ApplicationScoped
class ServerSearch {
    private static final Logger LOG = Logger.getLogger(ServerSearch.class);

    /** Long enough to choose libraries and folders. */
    private static final Duration GRANTED_FOR = Duration.ofMinutes(30);

    private final PlexTv plexTv;
    private final Tickets tickets;
    private final SecretBox box;
    private final Clock clock;

    ServerSearch(PlexTv plexTv, Tickets tickets, SecretBox box, Clock clock) {
        this.plexTv = plexTv;
        this.tickets = tickets;
        this.box = box;
        this.clock = clock;
    }

    /** How far it is; the servers are told once. */
    record Look(PinState state, @Nullable String message, List<Choice> servers) {
        static Look of(PinState state, @Nullable String message) {
            return new Look(state, message, List.of());
        }
    }

    /** @param grant sealed */
    record Choice(String machineIdentifier, String name, String grant) {}

    /** @param browser what the cookie of the asking browser says */
    Uni<Look> look(UUID id, String browser, UUID admin) {
        return find(id, browser, admin)
                .chain(ticket ->
                        standing(ticket).map(Uni.createFrom()::item).orElseGet(() -> lookOnce(id, browser, admin)));
    }

    private Uni<Look> lookOnce(UUID id, String browser, UUID admin) {
        return tickets.beginLook(id)
                .chain(mine -> mine
                        ? find(id, browser, admin)
                                .chain(ticket -> standing(ticket)
                                        .map(Uni.createFrom()::item)
                                        .orElseGet(() -> ask(ticket, admin)))
                                .onTermination()
                                .call(() -> tickets.endLook(id))
                        : Uni.createFrom().item(Look.of(PinState.WAITING, null)));
    }

    private Uni<Ticket> find(UUID id, String browser, UUID admin) {
        return tickets.find(id, browser)
                .map(found -> found.filter(ticket -> ticket.connects() && admin.equals(ticket.linkFor()))
                        .orElseThrow(ServerSearch::unknown));
    }

    private Optional<Look> standing(Ticket ticket) {
        if (ticket.state() != PinState.WAITING || ticket.isOver(clock.instant())) {
            return Optional.of(Look.of(PinState.EXPIRED, "This has taken too long. Begin again."));
        }
        return Optional.empty();
    }

    private Uni<Look> ask(Ticket ticket, UUID admin) {
        return plexTv.claimOf(ticket.pinId())
                .chain(claim -> switch (claim) {
                    case PinClaim.Open open -> Uni.createFrom().item(Look.of(PinState.WAITING, null));
                    case PinClaim.Gone gone ->
                        settle(ticket, Look.of(PinState.EXPIRED, "This has taken too long. Begin again."));
                    case PinClaim.Claimed(PlexToken token) ->
                        plexTv.ownedServers(token).chain(servers -> settle(ticket, found(servers, admin)));
                })
                .onFailure(failure -> failure instanceof PlexAway || failure instanceof PlexTokenRefused)
                .recoverWithItem(away -> {
                    LOG.warnf("The search for a Plex server waits: %s", away.getMessage());
                    return Look.of(PinState.PLEX_AWAY, "Plex does not answer as it should. We keep asking.");
                });
    }

    private Look found(List<OwnedServer> servers, UUID admin) {
        return servers.isEmpty()
                ? Look.of(
                        PinState.REFUSED,
                        "No Plex server belongs to this account. Sign in with that of the server's owner, or type in its address and token.")
                : new Look(
                        PinState.SIGNED_IN,
                        null,
                        servers.stream().map(server -> choice(server, admin)).toList());
    }

    private Choice choice(OwnedServer server, UUID admin) {
        PlexGrant grant = new PlexGrant(
                server.machineIdentifier(),
                server.token().value(),
                server.addresses(),
                clock.instant().plus(GRANTED_FOR));
        return new Choice(
                server.machineIdentifier(), server.name().isEmpty() ? "Plex" : server.name(), grant.seal(box, admin));
    }

    private Uni<Look> settle(Ticket ticket, Look look) {
        return tickets.settle(ticket.became(look.state(), null, null)).replaceWith(look);
    }

    private static ProblemException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such search in this browser. Begin again.");
    }
}
