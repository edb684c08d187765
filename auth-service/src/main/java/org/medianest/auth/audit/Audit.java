package org.medianest.auth.audit;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.medianest.auth.AuthConfig;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.paging.Page;
import org.medianest.commons.paging.PageRequest;

/** Who did what to whom. Nothing changes what is noted; what is old goes. */
@ApplicationScoped
public class Audit {
    private static final Logger LOG = Logger.getLogger(Audit.class);
    private static final Duration TIDYING = Duration.ofHours(1);

    private final AuditStore store;
    private final Database database;
    private final Duration kept;
    private final Vertx vertx;

    Audit(AuditStore store, Database database, AuthConfig config, Vertx vertx) {
        this.store = store;
        this.database = database;
        this.kept = config.auditKept();
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(
                TIDYING.toMillis(),
                id -> forgetOld()
                        .subscribe()
                        .with(
                                done -> {},
                                later -> LOG.warnf("The audit log was not tidied, next time then: %s", later)));
    }

    /** Notes it together with the change, or not at all. */
    public Uni<Void> note(Transaction transaction, AuditEntry entry) {
        return store.insert(transaction, entry);
    }

    /** What somebody is called now; empty when their account is gone. */
    Uni<Optional<String>> nameOf(Transaction transaction, UUID personId) {
        return store.nameOf(transaction, personId);
    }

    /** Notes what changed nothing here. */
    public Uni<Void> note(AuditEntry entry) {
        return store.insert(database, entry);
    }

    /** Newest first. */
    Uni<Page<AuditEntry>> list(PageRequest<UUID> request) {
        return store.newest(request).map(rows -> Page.of(rows, request, AuditEntry::id));
    }

    Uni<Void> forgetOld() {
        return store.forgetBefore(Instant.now().minus(kept));
    }
}
