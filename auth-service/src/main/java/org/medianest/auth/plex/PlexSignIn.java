package org.medianest.auth.plex;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.medianest.auth.AuthProblem;
import org.medianest.auth.plextv.PlexAway;
import org.medianest.auth.plextv.PlexPin;
import org.medianest.auth.plextv.PlexTv;
import org.medianest.auth.session.RandomId;

/** Begins sign-ins with Plex: the PIN is ours from its first moment, and bound to the browser that asked for it. */
@ApplicationScoped
class PlexSignIn {
    private final PlexTv plexTv;
    private final PlexServers servers;
    private final Tickets tickets;
    private final StartLimit limit;
    private final URI publicUrl;
    private final Clock clock;

    PlexSignIn(
            PlexTv plexTv,
            PlexServers servers,
            Tickets tickets,
            StartLimit limit,
            @ConfigProperty(name = "medianest.public-url") URI publicUrl,
            Clock clock) {
        this.plexTv = plexTv;
        this.servers = servers;
        this.tickets = tickets;
        this.limit = limit;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /**
     * A sign-in that has begun.
     *
     * @param browser what binds it to its browser
     */
    record Begun(
            Ticket ticket,
            String browser,
            PinMethod method,
            @Nullable URI authUrl,
            @Nullable String code,
            @Nullable URI linkUrl) {
        @Override
        public String toString() {
            return "Begun[" + ticket.id() + "]";
        }
    }

    /** @param linkFor the person who is signed in and links their account; nobody when somebody wants to come in */
    Uni<Begun> begin(PinMethod method, boolean stay, Optional<UUID> linkFor, String address) {
        return limit.count(address)
                .chain(servers::current)
                .map(server -> server.orElseThrow(() -> AuthProblem.PLEX_NOT_CONNECTED.because(
                        "An admin connects the Plex server in the settings; then people can sign in with Plex.")))
                .chain(() -> begin(method, pin -> ticket(pin, stay, linkFor.orElse(null), false)));
    }

    /** The same for an admin who looks for their Plex server: there is none yet, or it shall be another. */
    Uni<Begun> beginToConnect(PinMethod method, UUID admin, String address) {
        return limit.count(address).chain(() -> begin(method, pin -> ticket(pin, false, admin, true)));
    }

    private Uni<Begun> begin(PinMethod method, Function<PlexPin, Ticket> ticket) {
        return plexTv.newPin(method == PinMethod.LINK_CODE)
                .chain(pin -> begun(pin, method, ticket.apply(pin)))
                .onFailure(PlexAway.class)
                .transform(away -> AuthProblem.PLEX_AWAY.because(
                        "Plex does not answer as it should. Try again in a few minutes."));
    }

    private Ticket ticket(PlexPin pin, boolean stay, @Nullable UUID linkFor, boolean connects) {
        // random, not of the time like other ids: it is asked about by who must not be able to guess it
        UUID id = UUID.randomUUID();
        Instant end = clock.instant().plus(pin.life());
        return new Ticket(id, pin.id(), stay, linkFor, connects, end, PinState.WAITING, null, null);
    }

    private Uni<Begun> begun(PlexPin pin, PinMethod method, Ticket ticket) {
        String browser = RandomId.next();
        return tickets.open(ticket, browser, clock.instant()).chain(() -> switch (method) {
            case LINK_CODE ->
                Uni.createFrom().item(new Begun(ticket, browser, method, null, pin.code(), plexTv.linkPage()));
            case BROWSER ->
                plexTv.signInPage(pin, backTo(ticket.id()))
                        .map(page -> new Begun(ticket, browser, method, page, null, null));
        });
    }

    /** The page that Plex sends people back to. */
    private URI backTo(UUID id) {
        String house = publicUrl.toString();
        return URI.create((house.endsWith("/") ? house : house + "/") + "sign-in?plex=" + id);
    }
}
