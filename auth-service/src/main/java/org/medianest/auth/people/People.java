package org.medianest.auth.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.auth.AuthProblem;
import org.medianest.auth.audit.Audit;
import org.medianest.auth.audit.AuditAction;
import org.medianest.auth.audit.Deed;
import org.medianest.auth.session.Sessions;
import org.medianest.auth.user.AppUser;
import org.medianest.auth.user.Users;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.paging.Page;
import org.medianest.commons.paging.PageRequest;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;

/** What an admin does with people. A change counts from the person's next request on. */
@ApplicationScoped
class People {
    private final PeopleStore store;
    private final Users users;
    private final Sessions sessions;
    private final Audit audit;
    private final Database database;
    private final Clock clock;

    People(PeopleStore store, Users users, Sessions sessions, Audit audit, Database database, Clock clock) {
        this.store = store;
        this.users = users;
        this.sessions = sessions;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
    }

    /** Who does it. */
    record Actor(UUID id, String username) {}

    Uni<Page<User>> list(PageRequest<UUID> request, @Nullable String query) {
        // No name has the sign that Postgres cannot read.
        String wanted = query == null || query.isBlank()
                ? null
                : query.replace('\0', ' ').strip().toLowerCase(Locale.ROOT);
        return store.newest(request, wanted).map(rows -> Page.of(rows, request, User::id));
    }

    Uni<User> find(UUID id) {
        return store.one(id).map(found -> found.orElseThrow(People::unknown));
    }

    /** @return the person as they are then */
    Uni<User> change(UUID id, UserChange wish, Actor actor) {
        return database.inTransaction(transaction -> users.lockWithManagers(transaction, id)
                .chain(locked -> {
                    AppUser before = withId(locked, id);
                    AppUser after = changed(before, wish);
                    refuse(before, after, locked, actingManager(locked, actor));
                    return after.version() == before.version()
                            ? Uni.createFrom().voidItem()
                            : apply(transaction, before, after, actor);
                })
                .chain(() -> store.one(transaction, id))
                .map(found -> found.orElseThrow(People::unknown)));
    }

    private AppUser changed(AppUser before, UserChange wish) {
        List<String> permissions = wish.permissions();
        AppUser after = permissions == null || new TreeSet<>(permissions).equals(new TreeSet<>(before.permissions()))
                ? before
                : before.allowed(permissions);
        Boolean suspended = wish.suspended();
        return suspended == null || suspended == before.isSuspended()
                ? after
                : after.suspended(suspended ? clock.instant() : null);
    }

    private static void refuse(AppUser before, AppUser after, List<AppUser> locked, AppUser actor) {
        boolean othersCan =
                locked.stream().anyMatch(user -> user.isManager() && !user.id().equals(after.id()));
        if (before.isManager() && !after.isManager() && !othersCan) {
            throw AuthProblem.LAST_ADMIN.because(
                    after.username()
                            + " is the only one who can manage the people. Give somebody else the permission users:manage first.");
        }
        List<String> given = new ArrayList<>(after.permissions());
        given.removeAll(before.permissions());
        given.removeAll(actor.permissions());
        if (!given.isEmpty()) {
            throw AuthProblem.BEYOND_OWN_PERMISSIONS.because(
                    "You do not have " + String.join(", ", given) + " yourself. Ask an admin who has.");
        }
    }

    /** Redis is told last: while it is away, nothing changes. */
    private Uni<Void> apply(Transaction transaction, AppUser before, AppUser after, Actor actor) {
        return users.change(transaction, after)
                .chain(() -> noted(transaction, before, after, actor))
                .chain(() -> sessions.follow(after))
                .chain(() -> after.isSuspended() && !before.isSuspended()
                        ? sessions.endAll(transaction, after.id(), null)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> noted(Transaction transaction, AppUser before, AppUser after, Actor actor) {
        Uni<Void> noted = Uni.createFrom().voidItem();
        if (!before.permissions().equals(after.permissions())) {
            noted = noted.chain(
                    () -> note(transaction, AuditAction.PERMISSIONS_CHANGED, after, actor, difference(before, after)));
        }
        if (before.isSuspended() != after.isSuspended()) {
            AuditAction action = after.isSuspended() ? AuditAction.SUSPENDED : AuditAction.RESTORED;
            noted = noted.chain(() -> note(transaction, action, after, actor, null));
        }
        return noted;
    }

    private Uni<Void> note(
            Transaction transaction, AuditAction action, AppUser user, Actor actor, @Nullable String detail) {
        return audit.note(transaction, Deed.by(actor.id(), actor.username(), action, user.username(), detail));
    }

    /** {@code +requests:manage -downloads:create} */
    private static String difference(AppUser before, AppUser after) {
        List<String> words = new ArrayList<>();
        after.permissions().stream()
                .filter(permission -> !before.permissions().contains(permission))
                .forEach(permission -> words.add("+" + permission));
        before.permissions().stream()
                .filter(permission -> !after.permissions().contains(permission))
                .forEach(permission -> words.add("-" + permission));
        return String.join(" ", words);
    }

    private static AppUser withId(List<AppUser> locked, UUID id) {
        return locked.stream()
                .filter(user -> Objects.equals(user.id(), id))
                .findFirst()
                .orElseThrow(People::unknown);
    }

    /** As the locked rows say: a token may be minutes older. */
    private static AppUser actingManager(List<AppUser> locked, Actor actor) {
        return locked.stream()
                .filter(user -> user.id().equals(actor.id()) && user.isManager())
                .findFirst()
                .orElseThrow(() -> CommonProblem.FORBIDDEN.because("You may not manage people any more."));
    }

    private static ProblemException unknown() {
        return CommonProblem.NOT_FOUND.because("There is no such person. Look at the list again.");
    }
}
