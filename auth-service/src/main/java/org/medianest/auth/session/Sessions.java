package org.medianest.auth.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.medianest.auth.AuthConfig;
import org.medianest.auth.AuthProblem;
import org.medianest.auth.password.Passwords;
import org.medianest.auth.token.Tokens;
import org.medianest.auth.user.AppUser;
import org.medianest.auth.user.Users;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.AuthEvent.SessionRevoked;
import org.medianest.commons.outbox.Events;
import org.medianest.commons.problem.CommonProblem;

/** Signing in and out. */
@ApplicationScoped
public class Sessions {
    private final AuthConfig config;
    private final SessionStore store;
    private final Users users;
    private final Passwords passwords;
    private final Tokens tokens;
    private final Attempts attempts;
    private final Events events;
    private final Database database;
    private final Clock clock = Clock.systemUTC();

    Sessions(
            AuthConfig config,
            SessionStore store,
            Users users,
            Passwords passwords,
            Tokens tokens,
            Attempts attempts,
            Events events,
            Database database) {
        this.config = config;
        this.store = store;
        this.users = users;
        this.passwords = passwords;
        this.tokens = tokens;
        this.attempts = attempts;
        this.events = events;
        this.database = database;
    }

    /** A person and their new session. */
    public record SignedIn(AppUser user, Session session) {}

    /** One answer to every failed sign-in, and the same time for it. */
    public Uni<SignedIn> signIn(String username, String password, boolean stay, String address) {
        String name = AppUser.canonical(username);
        return attempts.guard(
                name,
                address,
                () -> users.named(name).chain(user -> checked(user, password)).chain(user -> open(user, stay)));
    }

    /** A session for somebody whose identity is established. */
    public Uni<SignedIn> open(AppUser user, boolean stay) {
        Duration idle =
                stay ? config.session().idleWhenKept() : config.session().idle();
        return store.open(user.id(), idle).map(session -> new SignedIn(user, session));
    }

    /** Ends the session at once, and tells the gateways to close its sockets. */
    public Uni<Void> signOut(String rawId) {
        return store.find(rawId)
                .chain(session -> session.map(this::revoke)
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** A token for the session; the gateway asks when it has none that is fresh. */
    public Uni<TokenGrant> grant(String rawId) {
        return store.find(rawId)
                .map(session -> session.orElseThrow(Sessions::ended))
                .chain(session -> users.byId(session.userId())
                        .map(user -> user.orElseThrow(Sessions::ended))
                        .chain(user -> grant(session, user)));
    }

    private Uni<TokenGrant> grant(Session session, AppUser user) {
        Tokens.Issued issued = tokens.issue(user, session.id(), clock.instant());
        return store.cache(session, issued, user).map(alive -> {
            if (!alive) {
                throw ended();
            }
            return new TokenGrant(issued.token(), issued.expiresAt(), user.id(), user.permissions());
        });
    }

    private Uni<AppUser> checked(Optional<AppUser> user, String password) {
        return passwords
                .matches(password, user.map(AppUser::passwordHash))
                .map(matches -> user.filter(known -> matches)
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

    private static RuntimeException ended() {
        return CommonProblem.UNAUTHENTICATED.because("This session has ended. Sign in again.");
    }
}
