package org.medianest.auth.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.medianest.auth.AuthConfig;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.paging.Page;
import org.medianest.commons.paging.PageRequest;
import org.medianest.commons.tidying.Ageing;

/** Who did what to whom. Nothing changes what is noted; what is old goes. */
@ApplicationScoped
public class Audit implements Ageing {
    private final AuditStore store;
    private final Database database;
    private final Duration kept;
    private final Clock clock;

    Audit(AuditStore store, Database database, AuthConfig config, Clock clock) {
        this.store = store;
        this.database = database;
        this.kept = config.auditKept();
        this.clock = clock;
    }

    /** Notes it together with the change, or not at all. */
    public Uni<Void> note(Transaction transaction, Deed deed) {
        return store.insert(transaction, AuditEntry.of(deed, clock.instant()));
    }

    /** What somebody is called now; empty when their account is gone. */
    Uni<Optional<String>> nameOf(Transaction transaction, UUID personId) {
        return store.nameOf(transaction, personId);
    }

    /** Notes what changed nothing here. */
    public Uni<Void> note(Deed deed) {
        return store.insert(database, AuditEntry.of(deed, clock.instant()));
    }

    /** Newest first. */
    Uni<Page<AuditEntry>> list(PageRequest<UUID> request) {
        return store.newest(request).map(rows -> Page.of(rows, request, AuditEntry::id));
    }

    @Override
    public String called() {
        return "the audit log";
    }

    @Override
    public Uni<Void> forgetOld() {
        return store.forgetBefore(clock.instant().minus(kept));
    }
}
