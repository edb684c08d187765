package org.medianest.auth.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.auth.AuthConfig;
import org.medianest.auth.AuthProblem;
import org.medianest.auth.audit.Audit;
import org.medianest.auth.audit.AuditAction;
import org.medianest.auth.audit.Deed;
import org.medianest.auth.password.Passwords;
import org.medianest.auth.user.AppUser;
import org.medianest.auth.user.Users;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.AuthEvent.SessionRevoked;
import org.medianest.commons.outbox.Events;
import org.medianest.commons.problem.ProblemException;

/** Signing in and out. */
@ApplicationScoped
public class Sessions {
    private final AuthConfig config;
    private final SessionStore store;
    private final Users users;
    private final Passwords passwords;
    private final Attempts attempts;
    private final Audit audit;
    private final Events events;
    private final Database database;

    Sessions(
            AuthConfig config,
            SessionStore store,
            Users users,
            Passwords passwords,
            Attempts attempts,
            Audit audit,
            Events events,
            Database database) {
        this.config = config;
        this.store = store;
        this.users = users;
        this.passwords = passwords;
        this.attempts = attempts;
        this.audit = audit;
        this.events = events;
        this.database = database;
    }

    /** A person and their new session. */
    public record SignedIn(AppUser user, Session session) {}

    /**
     * One answer to every failed sign-in, and the same time for it: to an unknown name, a wrong password, and to the right one of somebody
     * who is suspended.
     */
    public Uni<SignedIn> signIn(String username, String password, boolean stay, String address) {
        String name = AppUser.canonical(username);
        return attempts.guard(name, address, () -> users.named(name).chain(user -> checked(user, password)))
                .onFailure(Sessions::isRefusal)
                .call(() -> audit.note(
                        Deed.byNobody(AuditAction.SIGN_IN_FAILED, name.replaceAll("\\p{C}", "?"), "from " + address)))
                .chain(user -> open(user, stay, Way.PASSWORD, address));
    }

    /** A session for somebody whose identity is established. It is noted first, and opened as the last step: what is open is in the log. */
    public Uni<SignedIn> open(AppUser user, boolean stay, Way way, String address) {
        Duration idle =
                stay ? config.session().idleWhenKept() : config.session().idle();
        return database.inTransaction(transaction -> audit.note(transaction, signedIn(user, way, address))
                .chain(() -> store.open(user.id(), idle, way))
                .map(session -> new SignedIn(user, session)));
    }

    /** Ends the session at once, and tells the gateways to close its sockets. */
    public Uni<Void> signOut(String rawId) {
        return store.find(rawId)
                .chain(session -> session.map(this::revoke)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /**
     * Lets a change of what a person may do count from their next request on. To be called as the last step before the commit of the change:
     * while Redis cannot be told, nothing changes.
     */
    public Uni<Void> follow(AppUser changed) {
        return store.forgetTokens(changed);
    }

    /**
     * Ends what a person has open and has its sockets closed.
     *
     * @param way only what was opened so; null for all
     */
    public Uni<Void> endAll(Transaction transaction, UUID userId, @Nullable Way way) {
        return store.endAll(userId, way).chain(ended -> sayRevoked(transaction, userId, ended));
    }

    private Uni<Void> sayRevoked(Transaction transaction, UUID userId, List<UUID> ended) {
        return events.publish(
                transaction,
                ended.stream().map(id -> new SessionRevoked(id, userId)).toList());
    }

    private Uni<AppUser> checked(Optional<AppUser> user, String password) {
        return passwords
                .matches(password, user.map(AppUser::passwordHash))
                .map(matches -> user.filter(known -> matches && !known.isSuspended())
                        .orElseThrow(() ->
                                AuthProblem.SIGN_IN_FAILED.because("Check the name and the password, and try again.")));
    }

    private Uni<Void> revoke(Session session) {
        SessionRevoked revoked = new SessionRevoked(session.id(), session.userId());
        return store.end(session)
                .chain(wasAlive -> wasAlive
                        ? database.inTransaction(transaction -> events.publish(transaction, revoked))
                        : Uni.createFrom().voidItem());
    }

    private static boolean isRefusal(Throwable failure) {
        return failure instanceof ProblemException refusal && refusal.kind() == AuthProblem.SIGN_IN_FAILED;
    }

    private static Deed signedIn(AppUser user, Way way, String address) {
        String by = way == Way.PLEX ? "with Plex" : "with a password";
        return Deed.by(user.id(), user.name(), AuditAction.SIGNED_IN, user.username(), by + ", from " + address);
    }
}
