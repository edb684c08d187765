package org.medianest.eventlab;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.medianest.commons.consumer.EventHandler;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.MediaEvent.ResyncRequested;

@ApplicationScoped
class HearsResyncs implements EventHandler<ResyncRequested> {
    private final Effects effects;

    HearsResyncs(Effects effects) {
        this.effects = effects;
    }

    @Override
    public Class<ResyncRequested> event() {
        return ResyncRequested.class;
    }

    @Override
    public Uni<Void> on(ResyncRequested event, Transaction transaction) {
        return effects.of(transaction, EventStream.MEDIA, event.requestId(), event.stream());
    }
}
