package org.medianest.auth.notification.push;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;

/** The table {@code push_subscription}. */
@ApplicationScoped
class PushStore {
    /** A browser that comes back is one that is there; whoever came with it last is told by it. */
    private static final String KEEP = """
            insert into push_subscription (id, person_id, endpoint, p256dh, auth)
            select $1, id, $3, $4, $5 from app_user where id = $2 for key share
            on conflict (endpoint) do update
            set id = excluded.id, person_id = excluded.person_id, p256dh = excluded.p256dh, auth = excluded.auth
            returning (xmax = 0) as fresh
            """;

    private static final String FORGET_OLDEST = """
            delete from push_subscription where id in (
                select id from push_subscription where person_id = $1 order by id desc offset $2)
            """;

    private static final String FIND = "select id, endpoint, p256dh, auth from push_subscription where id = $1";

    private static final String REMOVE = "delete from push_subscription where person_id = $1 and endpoint = $2";

    private static final String REMOVE_DEAD = "delete from push_subscription where id = $1";

    private final Database database;

    PushStore(Database database) {
        this.database = database;
    }

    /** Whether it was not there before; nothing when the person is gone. */
    Uni<Optional<Boolean>> keep(Transaction transaction, UUID personId, PushSubscription subscription) {
        return transaction.first(
                row -> row.getBoolean("fresh"),
                KEEP,
                subscription.id(),
                personId,
                subscription.endpoint(),
                subscription.p256dh(),
                subscription.auth());
    }

    Uni<Void> forgetOldest(Transaction transaction, UUID personId, int most) {
        return transaction.change(FORGET_OLDEST, personId, most).replaceWithVoid();
    }

    Uni<Optional<PushSubscription>> find(UUID id) {
        return database.first(PushStore::subscription, FIND, id);
    }

    Uni<Void> remove(UUID personId, String endpoint) {
        return database.change(REMOVE, personId, endpoint).replaceWithVoid();
    }

    /** The browser is gone, and what is on its way there with it. */
    Uni<Void> removeDead(UUID id) {
        return database.change(REMOVE_DEAD, id).replaceWithVoid();
    }

    private static PushSubscription subscription(Row row) {
        return new PushSubscription(
                row.getUUID("id"), row.getString("endpoint"), row.getString("p256dh"), row.getString("auth"));
    }
}
