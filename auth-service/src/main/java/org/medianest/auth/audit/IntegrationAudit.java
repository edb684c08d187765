package org.medianest.auth.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.consumer.EventHandler;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.MediaEvent.IntegrationAdministered;

/** Notes what admins do with connected systems, which another service is told of first. */
@ApplicationScoped
class IntegrationAudit implements EventHandler<IntegrationAdministered> {
    private final Audit audit;

    IntegrationAudit(Audit audit) {
        this.audit = audit;
    }

    @Override
    public Class<IntegrationAdministered> event() {
        return IntegrationAdministered.class;
    }

    @Override
    public Uni<Void> on(IntegrationAdministered event, Transaction transaction) {
        return audit.note(
                transaction, new Deed(event.actorId(), event.actorName(), event.action(), event.system(), null));
    }
}
