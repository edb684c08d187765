package org.medianest.auth.plex;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.auth.audit.Audit;
import org.medianest.auth.audit.AuditAction;
import org.medianest.auth.audit.Deed;
import org.medianest.auth.plex.Admission.Admitted;
import org.medianest.auth.plex.Admission.Refused;
import org.medianest.auth.plextv.PinClaim;
import org.medianest.auth.plextv.PlexAccess;
import org.medianest.auth.plextv.PlexAway;
import org.medianest.auth.plextv.PlexPerson;
import org.medianest.auth.plextv.PlexToken;
import org.medianest.auth.plextv.PlexTokenRefused;
import org.medianest.auth.plextv.PlexTv;
import org.medianest.auth.session.Session;
import org.medianest.auth.session.Sessions;
import org.medianest.auth.session.Way;
import org.medianest.auth.user.AppUser;
import org.medianest.auth.user.Users;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;

/** Looks, when the browser that began a sign-in asks, whether Plex knows by now who it is; and lets them in, once. */
@ApplicationScoped
class PlexArrival {
    private static final Logger LOG = Logger.getLogger(PlexArrival.class);
    private static final String ASK_AGAIN = "Plex does not answer as it should. We keep asking.";

    private final PlexTv plexTv;
    private final PlexServers servers;
    private final Tickets tickets;
    private final Shares shares;
    private final Reception reception;
    private final Sessions sessions;
    private final Users users;
    private final Audit audit;
    private final Clock clock;

    PlexArrival(
            PlexTv plexTv,
            PlexServers servers,
            Tickets tickets,
            Shares shares,
            Reception reception,
            Sessions sessions,
            Users users,
            Audit audit,
            Clock clock) {
        this.plexTv = plexTv;
        this.servers = servers;
        this.tickets = tickets;
        this.shares = shares;
        this.reception = reception;
        this.sessions = sessions;
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * How far it is.
     *
     * @param session the new session: said once, to the browser that began, and never when an account was linked
     */
    record Look(
            PinState state,
            @Nullable String message,
            @Nullable AppUser user,
            @Nullable Session session,
            boolean stay) {
        static Look of(PinState state, @Nullable String message) {
            return new Look(state, message, null, null, false);
        }
    }

    /** @param browser what the cookie of the asking browser says */
    Uni<Look> look(UUID id, String browser, Optional<UUID> caller, String address) {
        return tickets.find(id, browser)
                .map(found -> found.filter(ticket -> isFor(ticket, caller)).orElseThrow(PlexArrival::unknown))
                .chain(ticket -> standing(ticket).orElseGet(() -> lookOnce(ticket, browser, address)));
    }

    /** What is known of it without asking plex.tv. */
    private Optional<Uni<Look>> standing(Ticket ticket) {
        if (ticket.state() != PinState.WAITING) {
            return Optional.of(again(ticket));
        }
        return ticket.isOver(clock.instant()) ? Optional.of(Uni.createFrom().item(expired())) : Optional.empty();
    }

    /** Only the one who links sees it; whoever comes from outside may be signed in by now. */
    private static boolean isFor(Ticket ticket, Optional<UUID> caller) {
        return !ticket.connects()
                && (ticket.linkFor() == null
                        || caller.filter(ticket.linkFor()::equals).isPresent());
    }

    /** What is settled is told again, without a session. */
    private Uni<Look> again(Ticket ticket) {
        UUID who = ticket.userId();
        return who == null
                ? Uni.createFrom().item(Look.of(ticket.state(), ticket.message()))
                : users.byId(who)
                        .map(user -> new Look(
                                ticket.state(), ticket.message(), user.orElseThrow(PlexArrival::unknown), null, false));
    }

    /** The ticket is read again by the one who looks: another look may have settled it since. */
    private Uni<Look> lookOnce(Ticket seen, String browser, String address) {
        return tickets.beginLook(seen.id())
                .chain(mine -> mine
                        ? tickets.find(seen.id(), browser)
                                .map(found -> found.orElseThrow(PlexArrival::unknown))
                                .chain(ticket -> standing(ticket).orElseGet(() -> ask(ticket, address)))
                                .onTermination()
                                .call(() -> tickets.endLook(seen.id()))
                        : Uni.createFrom().item(Look.of(PinState.WAITING, null)));
    }

    private Uni<Look> ask(Ticket ticket, String address) {
        return plexTv.claimOf(ticket.pinId())
                .chain(claim -> switch (claim) {
                    case PinClaim.Open open -> Uni.createFrom().item(Look.of(PinState.WAITING, null));
                    case PinClaim.Gone gone ->
                        tickets.settle(ticket.became(PinState.EXPIRED, expired().message(), null))
                                .replaceWith(expired());
                    case PinClaim.Claimed(PlexToken token) -> arrive(ticket, token, address);
                })
                .onFailure(failure -> failure instanceof PlexAway || failure instanceof PlexTokenRefused)
                .recoverWithItem(away -> {
                    LOG.warnf("A sign-in with Plex waits: %s", away.getMessage());
                    return Look.of(PinState.PLEX_AWAY, ASK_AGAIN);
                });
    }

    private Uni<Look> arrive(Ticket ticket, PlexToken token, String address) {
        return plexTv.person(token)
                .chain(person -> admission(ticket, person, token).chain(admission -> switch (admission) {
                    case Admitted(AppUser user) -> letIn(ticket, user, address);
                    case Refused(String sentence) -> turnAway(ticket, person, sentence, address);
                }));
    }

    private Uni<Admission> admission(Ticket ticket, PlexPerson person, PlexToken token) {
        return servers.current()
                .chain(current -> current.map(server -> plexTv.access(token, server.machineIdentifier())
                                .chain(access -> access == PlexAccess.NONE
                                        ? noShare(person, server)
                                        : receive(
                                                ticket,
                                                new Reception.Guest(person, token, access == PlexAccess.OWNER))))
                        .orElseGet(() -> Uni.createFrom()
                                .item(new Refused("No Plex server is connected here any more. Ask an admin."))));
    }

    private Uni<Admission> receive(Ticket ticket, Reception.Guest guest) {
        UUID linkFor = ticket.linkFor();
        return linkFor == null ? reception.receive(guest) : reception.link(linkFor, guest);
    }

    private Uni<Admission> noShare(PlexPerson person, PlexServer server) {
        return shares.listing(person.id())
                .map(listed -> listed.isPresent() && listed.get().pending()
                        ? new Refused("You were invited to the Plex server " + server.name()
                                + ", but have not accepted yet. Accept the invitation in Plex, then sign in again.")
                        : new Refused("The Plex account " + person.name() + " has no access to the Plex server "
                                + server.name()
                                + ". Ask its owner to share it with you, accept the invitation, then sign in again."));
    }

    private Uni<Look> letIn(Ticket ticket, AppUser user, String address) {
        Uni<Look> in = ticket.linkFor() != null
                ? Uni.createFrom().item(new Look(PinState.SIGNED_IN, null, user, null, false))
                : sessions.open(user, ticket.stay(), Way.PLEX, address)
                        .map(opened -> new Look(PinState.SIGNED_IN, null, user, opened.session(), ticket.stay()));
        return in.call(() -> tickets.settle(ticket.became(PinState.SIGNED_IN, null, user.id())));
    }

    private Uni<Look> turnAway(Ticket ticket, PlexPerson person, String sentence, String address) {
        Deed deed = Deed.byNobody(
                AuditAction.SIGN_IN_REFUSED, person.name(), sentence + " Plex id " + person.id() + ", from " + address);
        return audit.note(deed)
                .chain(() -> tickets.settle(ticket.became(PinState.REFUSED, sentence, null)))
                .replaceWith(Look.of(PinState.REFUSED, sentence));
    }

    private static Look expired() {
        return Look.of(PinState.EXPIRED, "This sign-in has taken too long. Begin again.");
    }

    private static ProblemException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such sign-in in this browser. Begin again.");
    }
}
