package org.medianest.auth.plex;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.medianest.auth.audit.Audit;
import org.medianest.auth.audit.AuditAction;
import org.medianest.auth.audit.Deed;
import org.medianest.auth.plex.Admission.Admitted;
import org.medianest.auth.plex.Admission.Refused;
import org.medianest.auth.plextv.PlexPerson;
import org.medianest.auth.plextv.PlexToken;
import org.medianest.auth.user.AppUser;
import org.medianest.auth.user.Users;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;

/** Finds or makes the account of somebody who has a share of the server. Who they are, their Plex id says, and nothing else. */
@ApplicationScoped
class Reception {
    private final Users users;
    private final PlexAccounts accounts;
    private final Audit audit;
    private final GuestPermissions permissions;
    private final Database database;
    private final Clock clock;

    Reception(
            Users users,
            PlexAccounts accounts,
            Audit audit,
            GuestPermissions permissions,
            Database database,
            Clock clock) {
        this.users = users;
        this.accounts = accounts;
        this.audit = audit;
        this.permissions = permissions;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Somebody with a share.
     *
     * @param owner whether the server is theirs; it gives them nothing: whoever owns it links it with their account here
     */
    record Guest(PlexPerson person, PlexToken token, boolean owner) {}

    /** Lets somebody in who comes from outside. */
    Uni<Admission> receive(Guest guest) {
        return database.inTransaction(transaction -> users.oneAtATime(transaction)
                .chain(() -> users.byPlexId(transaction, guest.person().id()))
                .chain(known ->
                        known.map(user -> Uni.createFrom().item(user)).orElseGet(() -> register(transaction, guest)))
                .chain(user -> user.isSuspended()
                        ? refused("Your account here is suspended. Ask an admin.")
                        : admitted(transaction, user, guest)));
    }

    /** Links a Plex account with the account of somebody who is in. */
    Uni<Admission> link(UUID userId, Guest guest) {
        return database.inTransaction(transaction -> users.oneAtATime(transaction)
                .chain(() -> users.byPlexId(transaction, guest.person().id()))
                .chain(holder -> users.lockWithManagers(transaction, userId)
                        .chain(locked -> link(
                                transaction,
                                guest,
                                holder,
                                locked.stream()
                                        .filter(user -> user.id().equals(userId))
                                        .findFirst()))));
    }

    private Uni<Admission> link(
            Transaction transaction, Guest guest, Optional<AppUser> holder, Optional<AppUser> wanting) {
        if (wanting.isEmpty() || wanting.get().isSuspended()) {
            return refused("Your account here does not exist any more, or is suspended. Ask an admin.");
        }
        AppUser user = wanting.get();
        if (holder.isPresent() && !holder.get().id().equals(user.id())) {
            return refused("The Plex account of " + guest.person().name() + " belongs to another account here, "
                    + holder.get().username() + ". Sign in with that one.");
        }
        if (holder.isPresent()) {
            return admitted(transaction, user, guest);
        }
        if (user.plexId() != null) {
            return refused("Your account here is linked with another Plex account already.");
        }
        return users.change(transaction, user.linked(guest.person().id()))
                .call(linked -> audit.note(
                        transaction,
                        Deed.by(
                                linked.id(),
                                linked.name(),
                                AuditAction.PLEX_LINKED,
                                linked.username(),
                                accountOf(guest.person()))))
                .chain(linked -> admitted(transaction, linked, guest));
    }

    private Uni<AppUser> register(Transaction transaction, Guest guest) {
        PlexPerson person = guest.person();
        return users.registerGuest(
                        transaction,
                        person.handle(),
                        name -> AppUser.ofPlex(person.id(), name, person.name(), permissions.all(), clock.instant()))
                .call(user -> audit.note(
                        transaction,
                        Deed.by(user.id(), user.name(), AuditAction.REGISTERED, user.username(), accountOf(person))));
    }

    private Uni<Admission> admitted(Transaction transaction, AppUser user, Guest guest) {
        String name = guest.person().username().isEmpty()
                ? guest.person().name()
                : guest.person().username();
        return accounts.keep(transaction, user.id(), name, guest.token(), guest.owner(), clock.instant())
                .replaceWith(new Admitted(user));
    }

    private static Uni<Admission> refused(String sentence) {
        return Uni.createFrom().item(new Refused(sentence));
    }

    private static String accountOf(PlexPerson person) {
        return "Plex account " + person.name() + " (" + person.id() + ")";
    }
}
