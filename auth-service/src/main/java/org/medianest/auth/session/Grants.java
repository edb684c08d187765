package org.medianest.auth.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.medianest.auth.session.SessionStore.Keeping;
import org.medianest.auth.token.Tokens;
import org.medianest.auth.user.AppUser;
import org.medianest.auth.user.Users;
import org.medianest.commons.database.Database;
import org.medianest.commons.problem.CommonProblem;

/** Tokens for sessions; the gateway asks when it has none that is fresh. */
@ApplicationScoped
public class Grants {
    private final SessionStore store;
    private final Users users;
    private final Tokens tokens;
    private final Database database;
    private final Clock clock;

    Grants(SessionStore store, Users users, Tokens tokens, Database database, Clock clock) {
        this.store = store;
        this.users = users;
        this.tokens = tokens;
        this.database = database;
        this.clock = clock;
    }

    /** A token that says what the person may do now. */
    public Uni<TokenGrant> grant(String rawId) {
        return store.find(rawId)
                .map(session -> session.orElseThrow(Grants::ended))
                .chain(session -> users.byId(session.userId())
                        .map(Grants::admitted)
                        .call(user -> users.seen(user.id()))
                        .chain(user -> grant(session, user)));
    }

    private Uni<TokenGrant> grant(Session session, AppUser user) {
        Tokens.Issued issued = tokens.issue(user, session.id(), clock.instant());
        return store.keep(session, issued, user).chain(keeping -> switch (keeping) {
            case KEPT -> Uni.createFrom().item(granted(issued, user));
            case SESSION_ENDED -> Uni.createFrom().failure(ended());
            case OUTDATED -> grantWhenSettled(session);
        });
    }

    /** The person is being changed, or was since they were read: their row is held until the token is kept, so that it says the latest. */
    private Uni<TokenGrant> grantWhenSettled(Session session) {
        return database.inTransaction(transaction -> users.asTheyStay(transaction, session.userId())
                .map(Grants::admitted)
                .chain(user -> {
                    Tokens.Issued issued = tokens.issue(user, session.id(), clock.instant());
                    return store.keepAuthoritative(session, issued, user)
                            .map(keeping -> keeping == Keeping.KEPT ? granted(issued, user) : refused());
                }));
    }

    private static TokenGrant granted(Tokens.Issued issued, AppUser user) {
        return new TokenGrant(issued.token(), issued.expiresAt(), user.id(), user.permissions());
    }

    private static AppUser admitted(Optional<AppUser> user) {
        return user.filter(known -> !known.isSuspended()).orElseThrow(Grants::ended);
    }

    private static TokenGrant refused() {
        throw ended();
    }

    private static RuntimeException ended() {
        return CommonProblem.UNAUTHENTICATED.because("This session has ended. Sign in again.");
    }
}
