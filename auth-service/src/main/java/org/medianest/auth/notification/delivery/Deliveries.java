package org.medianest.auth.notification.delivery;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Supplier;
import org.medianest.auth.notification.News;
import org.medianest.auth.notification.NewsListener;
import org.medianest.commons.database.Transaction;

/** Sends news on its way, together with the news itself or not at all. */
@ApplicationScoped
class Deliveries implements NewsListener {
    private final DeliveryStore store;
    private final Carriers carriers;
    private final Runnable wakeCourier;

    Deliveries(DeliveryStore store, Carriers carriers, Courier courier) {
        this.store = store;
        this.carriers = carriers;
        this.wakeCourier = courier::wake;
    }

    @Override
    public Uni<Void> told(Transaction transaction, UUID notificationId, News news) {
        return add(Way.MAIL, () -> store.addMail(transaction, notificationId, news.personId()))
                .chain(mails -> add(Way.PUSH, () -> store.addPush(transaction, notificationId, news.personId()))
                        .invoke(pushes -> {
                            if (mails || pushes) {
                                transaction.afterCommit(wakeCourier);
                            }
                        }))
                .replaceWithVoid();
    }

    private Uni<Boolean> add(Way way, Supplier<Uni<Boolean>> adding) {
        return carriers.canGo(way) ? adding.get() : Uni.createFrom().item(false);
    }
}
