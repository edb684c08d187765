package org.medianest.auth.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.consumer.EventHandler;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.StatusEvent.SourceAdministered;

/** Notes what admins do with the systems that only the gateway asks, which knows them by their ids. */
@ApplicationScoped
class SourceAudit implements EventHandler<SourceAdministered> {
    private final Audit audit;

    SourceAudit(Audit audit) {
        this.audit = audit;
    }

    @Override
    public Class<SourceAdministered> event() {
        return SourceAdministered.class;
    }

    @Override
    public Uni<Void> on(SourceAdministered event, Transaction transaction) {
        return audit.nameOf(transaction, event.actorId())
                .chain(name -> audit.note(
                        transaction,
                        new Deed(event.actorId(), name.orElse(null), event.action(), event.system(), null)));
    }
}
