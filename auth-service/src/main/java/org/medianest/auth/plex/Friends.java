package org.medianest.auth.plex;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.medianest.auth.AuthProblem;
import org.medianest.auth.audit.Audit;
import org.medianest.auth.audit.AuditAction;
import org.medianest.auth.audit.Deed;
import org.medianest.auth.plextv.PlexAway;
import org.medianest.auth.plextv.PlexFriend;
import org.medianest.auth.plextv.PlexPerson;
import org.medianest.auth.plextv.PlexTokenRefused;
import org.medianest.auth.user.AppUser;
import org.medianest.auth.user.Users;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.problem.ProblemException;

/** The people with whom the owner shares the server, and accounts for them before they come. */
@ApplicationScoped
public class Friends {
    private final Shares shares;
    private final PlexAccounts accounts;
    private final Users users;
    private final Audit audit;
    private final GuestPermissions permissions;
    private final Database database;
    private final Clock clock;

    Friends(
            Shares shares,
            PlexAccounts accounts,
            Users users,
            Audit audit,
            GuestPermissions permissions,
            Database database,
            Clock clock) {
        this.shares = shares;
        this.accounts = accounts;
        this.users = users;
        this.audit = audit;
        this.permissions = permissions;
        this.database = database;
        this.clock = clock;
    }

    /** A friend, and whether they have an account here. */
    public record Known(PlexFriend friend, boolean hasAccount) {}

    /** What became of each of those who were to be imported. */
    public record Imports(List<AppUser> imported, List<Long> unknown, List<Long> present) {}

    public Uni<List<Known>> list() {
        return friends()
                .chain(friends -> accounts.known(friends.stream()
                                .map(friend -> friend.person().id())
                                .toList())
                        .map(HashSet::new)
                        .map(known -> friends.stream()
                                .map(friend -> new Known(
                                        friend, known.contains(friend.person().id())))
                                .toList()));
    }

    /** Makes accounts with the permissions of guests. They are used when their owners sign in with Plex. */
    public Uni<Imports> importAll(Set<Long> plexIds, UUID actorId, String actorName) {
        return friends().chain(friends -> {
            Map<Long, PlexPerson> byId = friends.stream()
                    .map(PlexFriend::person)
                    .collect(Collectors.toMap(PlexPerson::id, Function.identity(), (one, other) -> one));
            List<Long> unknown = plexIds.stream()
                    .filter(id -> !byId.containsKey(id))
                    .sorted()
                    .toList();
            List<PlexPerson> wanted = plexIds.stream()
                    .filter(byId::containsKey)
                    .sorted()
                    .map(byId::get)
                    .toList();
            return database.inTransaction(transaction -> users.oneAtATime(transaction)
                    .chain(() -> importEach(transaction, wanted, actorId, actorName))
                    .map(imported -> new Imports(imported, unknown, others(wanted, imported))));
        });
    }

    private Uni<List<AppUser>> importEach(
            Transaction transaction, List<PlexPerson> wanted, UUID actorId, String actorName) {
        return Multi.createFrom()
                .iterable(wanted)
                .onItem()
                .transformToUniAndConcatenate(person -> users.byPlexId(transaction, person.id())
                        .chain(present -> present.isPresent()
                                ? Uni.createFrom().nullItem()
                                : importOne(transaction, person, actorId, actorName)))
                .collect()
                .asList();
    }

    private Uni<AppUser> importOne(Transaction transaction, PlexPerson person, UUID actorId, String actorName) {
        Instant now = clock.instant();
        return users.registerGuest(
                        transaction,
                        person.handle(),
                        name -> AppUser.ofPlex(person.id(), name, person.name(), permissions.all(), now))
                .call(user -> accounts.keepImported(
                        transaction, user.id(), person.username().isEmpty() ? person.name() : person.username(), now))
                .call(user -> audit.note(
                        transaction,
                        Deed.by(
                                actorId,
                                actorName,
                                AuditAction.IMPORTED,
                                user.username(),
                                "Plex account " + person.name() + " (" + person.id() + ")")));
    }

    private static List<Long> others(List<PlexPerson> wanted, List<AppUser> imported) {
        Set<Long> done = imported.stream().map(AppUser::plexId).collect(Collectors.toSet());
        return wanted.stream()
                .map(PlexPerson::id)
                .filter(id -> !done.contains(id))
                .toList();
    }

    private Uni<List<PlexFriend>> friends() {
        return shares.all()
                .map(friends -> friends.orElseThrow(Friends::ownerNotLinked))
                .onFailure(PlexTokenRefused.class)
                .transform(refused -> ownerNotLinked())
                .onFailure(PlexAway.class)
                .transform(away -> AuthProblem.PLEX_AWAY.because(
                        "Plex does not answer as it should. Try again in a few minutes."));
    }

    private static ProblemException ownerNotLinked() {
        return AuthProblem.PLEX_OWNER_NOT_LINKED.because(
                "The owner of the Plex server must be an admin here and link their Plex account in their profile;"
                        + " then their friends can be listed.");
    }
}
