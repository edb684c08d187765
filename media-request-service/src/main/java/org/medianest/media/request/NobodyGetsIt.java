package org.medianest.media.request;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.medianest.commons.database.Transaction;
import org.medianest.media.fulfilment.Fulfilment;
import org.medianest.media.fulfilment.Handed;
import org.medianest.media.fulfilment.Order;
import org.medianest.media.fulfilment.Stage;

/** Stands in while nothing gets films or series. */
@DefaultBean
@ApplicationScoped
class NobodyGetsIt implements Fulfilment {
    @Override
    public Uni<Boolean> isConfigured() {
        return Uni.createFrom().item(false);
    }

    @Override
    public Uni<Handed> hand(Order order) {
        return Uni.createFrom().item(new Handed(null, new Stage.Approved(), "Nothing is connected that gets it."));
    }

    @Override
    public Uni<Map<UUID, Stage>> stages(Collection<Order> orders) {
        return Uni.createFrom().item(Map.of());
    }

    @Override
    public Uni<Void> letGo(Transaction transaction, UUID requestId) {
        return Uni.createFrom().voidItem();
    }
}
