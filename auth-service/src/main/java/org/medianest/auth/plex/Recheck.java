package org.medianest.auth.plex;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.medianest.auth.audit.Audit;
import org.medianest.auth.audit.AuditAction;
import org.medianest.auth.audit.Deed;
import org.medianest.auth.plextv.PlexAway;
import org.medianest.auth.plextv.PlexToken;
import org.medianest.auth.plextv.PlexTokenRefused;
import org.medianest.auth.plextv.PlexTv;
import org.medianest.auth.session.Sessions;
import org.medianest.auth.session.Way;
import org.medianest.commons.concurrent.InTurn;
import org.medianest.commons.database.Database;

/**
 * Looks now and then whether people still have access to the server. Only an answer counts: while plex.tv is away everything stays as it is.
 * All replicas look; each takes people that nobody else has taken.
 */
@ApplicationScoped
class Recheck {
    private static final Logger LOG = Logger.getLogger(Recheck.class);
    private static final Duration ROUND = Duration.ofMinutes(1);

    /** So few a minute that plex.tv does not mind, and enough for some ten thousand people a day. */
    private static final int PEOPLE = 20;

    private final PlexTv plexTv;
    private final PlexServers servers;
    private final PlexAccounts accounts;
    private final Shares shares;
    private final Sessions sessions;
    private final Audit audit;
    private final Database database;
    private final Vertx vertx;
    private final Clock clock;
    private final AtomicBoolean underWay = new AtomicBoolean();

    Recheck(
            PlexTv plexTv,
            PlexServers servers,
            PlexAccounts accounts,
            Shares shares,
            Sessions sessions,
            Audit audit,
            Database database,
            Vertx vertx,
            Clock clock) {
        this.plexTv = plexTv;
        this.servers = servers;
        this.accounts = accounts;
        this.shares = shares;
        this.sessions = sessions;
        this.audit = audit;
        this.database = database;
        this.vertx = vertx;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(ROUND.toMillis(), id -> {
            if (underWay.compareAndSet(false, true)) {
                round().onTermination()
                        .invoke(() -> underWay.set(false))
                        .subscribe()
                        .with(done -> {}, later -> LOG.warnf("Access to Plex is looked at later: %s", later));
            }
        });
    }

    /** Looks at those whose turn it is. */
    Uni<Void> round() {
        return servers.current()
                .chain(current -> current.map(server ->
                                accounts.claimDue(clock.instant(), PEOPLE).chain(due -> all(due, server)))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Ends at the first question that plex.tv does not answer: the others would only wait as long. */
    private Uni<Void> all(List<PlexAccount> due, PlexServer server) {
        return InTurn.each(due, account -> look(account, server))
                .onFailure(PlexAway.class)
                .recoverWithItem(away -> {
                    LOG.warnf("Access to Plex is looked at later: %s", away.getMessage());
                    return null;
                });
    }

    private Uni<Void> look(PlexAccount account, PlexServer server) {
        return accounts.token(account)
                .map(token -> access(token, account, server))
                .orElseGet(() -> withoutToken(account))
                .chain(standing -> settle(account, standing));
    }

    private Uni<Found> access(PlexToken token, PlexAccount account, PlexServer server) {
        return plexTv.access(token, server.machineIdentifier())
                .chain(access -> switch (access) {
                    case OWNER -> Uni.createFrom().item(new Found(Standing.GRANTED, true));
                    case SHARED -> Uni.createFrom().item(new Found(Standing.GRANTED, false));
                    case NONE -> withoutShare(account);
                })
                .onFailure(PlexTokenRefused.class)
                .recoverWithUni(refused -> withoutToken(account));
    }

    private record Found(Standing standing, boolean owner) {}

    /** One answer that lists no servers is no reason to send everybody home, when the owner's account still lists them. */
    private Uni<Found> withoutShare(PlexAccount account) {
        return shares.listing(account.plexId()).map(listed -> {
            boolean isShared = listed.isPresent() && !listed.get().pending();
            if (isShared) {
                LOG.warnf("plex.tv contradicts itself about the share of %s, nothing changes", account);
            }
            return isShared ? new Found(account.standing(), account.owner()) : new Found(Standing.LOST, false);
        });
    }

    /**
     * Whoever signs all their devices out of Plex keeps what they have here, unless the owner's account says that it is shared with them no
     * longer: otherwise that would be the way to keep it for ever.
     */
    private Uni<Found> withoutToken(PlexAccount account) {
        Found unknown =
                new Found(account.standing() == Standing.LOST ? Standing.LOST : Standing.RECONNECT, account.owner());
        if (account.owner()) {
            return Uni.createFrom().item(unknown);
        }
        return shares.all()
                .onFailure(PlexTokenRefused.class)
                .recoverWithItem(Optional.empty())
                .map(friends -> friends.isEmpty()
                                || friends.get().stream()
                                        .anyMatch(
                                                friend -> friend.person().id() == account.plexId() && !friend.pending())
                        ? unknown
                        : new Found(Standing.LOST, false));
    }

    private Uni<Void> settle(PlexAccount account, Found found) {
        return database.inTransaction(transaction -> accounts.settle(
                        transaction, account.userId(), found.standing(), found.owner(), clock.instant())
                .chain(() -> found.standing() == account.standing()
                        ? Uni.createFrom().voidItem()
                        : audit.note(transaction, change(account, found.standing())))
                .chain(() -> found.standing() == Standing.LOST
                        ? sessions.endAll(transaction, account.userId(), Way.PLEX)
                        : Uni.createFrom().voidItem()));
    }

    private static Deed change(PlexAccount account, Standing standing) {
        AuditAction action = switch (standing) {
            case GRANTED, IMPORTED -> AuditAction.PLEX_ACCESS_RESTORED;
            case RECONNECT -> AuditAction.PLEX_RECONNECT_NEEDED;
            case LOST -> AuditAction.PLEX_ACCESS_LOST;
        };
        UUID id = account.userId();
        return Deed.byNobody(action, account.name(), "account " + id);
    }
}
