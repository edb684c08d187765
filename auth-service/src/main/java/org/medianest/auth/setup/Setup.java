package org.medianest.auth.setup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.medianest.auth.AuthProblem;
import org.medianest.auth.audit.Audit;
import org.medianest.auth.audit.AuditAction;
import org.medianest.auth.audit.Deed;
import org.medianest.auth.password.Passwords;
import org.medianest.auth.session.Attempts;
import org.medianest.auth.session.Sessions;
import org.medianest.auth.session.Way;
import org.medianest.auth.user.AppUser;
import org.medianest.auth.user.Users;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.problem.ProblemException;

/** The first visit: whoever knows the code becomes the admin. It happens once. */
@ApplicationScoped
public class Setup {
    private final SetupStore store;
    private final SetupCodeFile codeFile;
    private final Passwords passwords;
    private final Users users;
    private final Sessions sessions;
    private final Attempts attempts;
    private final Audit audit;
    private final Database database;
    private final Clock clock;

    Setup(
            SetupStore store,
            SetupCodeFile codeFile,
            Passwords passwords,
            Users users,
            Sessions sessions,
            Attempts attempts,
            Audit audit,
            Database database,
            Clock clock) {
        this.store = store;
        this.codeFile = codeFile;
        this.passwords = passwords;
        this.users = users;
        this.sessions = sessions;
        this.attempts = attempts;
        this.audit = audit;
        this.database = database;
        this.clock = clock;
    }

    public Uni<Boolean> isRequired() {
        return store.isDone().map(done -> !done);
    }

    /** Makes the first admin and signs them in. */
    public Uni<Sessions.SignedIn> complete(String code, String username, String password, String address) {
        return isRequired()
                .chain(required -> required
                        ? attempts.guard("setup", address, () -> checked(code))
                        : Uni.createFrom().failure(done()))
                .chain(() -> passwords.hash(password))
                .chain(hash -> database.inTransaction(transaction -> firstAdmin(transaction, username, hash)))
                .invoke(codeFile::forget)
                .chain(admin -> sessions.open(admin, false, Way.PASSWORD, address));
    }

    private Uni<Void> checked(String code) {
        return codeFile.accepts(new SetupCode(code))
                ? Uni.createFrom().voidItem()
                : Uni.createFrom()
                        .failure(
                                AuthProblem.SETUP_CODE_WRONG.because(
                                        "Look for \"Set-up code\" in the terminal where MediaNest was started, or in the log of auth-service."));
    }

    private Uni<AppUser> firstAdmin(Transaction transaction, String username, String hash) {
        AppUser admin = AppUser.local(username, hash, Permission.ALL, clock.instant());
        return users.register(transaction, admin)
                .chain(() -> store.complete(transaction, admin.id()))
                .chain(first ->
                        first ? noted(transaction, admin) : Uni.createFrom().failure(done()));
    }

    private Uni<AppUser> noted(Transaction transaction, AppUser admin) {
        Deed deed = Deed.by(admin.id(), admin.name(), AuditAction.SET_UP, admin.username(), null);
        return audit.note(transaction, deed).replaceWith(admin);
    }

    private static ProblemException done() {
        return AuthProblem.SETUP_DONE.because("Sign in with your account.");
    }
}
