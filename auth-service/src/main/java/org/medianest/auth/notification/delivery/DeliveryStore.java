package org.medianest.auth.notification.delivery;

import static org.medianest.commons.database.Values.constant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.medianest.auth.notification.Language;
import org.medianest.auth.notification.News;
import org.medianest.auth.notification.NotificationKind;
import org.medianest.auth.notification.NotificationLink;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;

/** The table {@code notification_delivery}. All times are those of Postgres. */
@ApplicationScoped
class DeliveryStore {
    /** For who wants mails and says where to; who is shut out gets none. */
    private static final String MAIL = """
            insert into notification_delivery (id, notification_id, way)
            select gen_random_uuid(), $1, 'MAIL'
            from notification_preference wish join app_user person on person.id = wish.person_id
            where wish.person_id = $2 and wish.mail and wish.address is not null and person.suspended_at is null
            """;

    /** To each browser of somebody who has not said that they want none. */
    private static final String PUSH = """
            insert into notification_delivery (id, notification_id, way, subscription_id)
            select gen_random_uuid(), $1, 'PUSH', browser.id
            from push_subscription browser join app_user person on person.id = browser.person_id
                left join notification_preference wish on wish.person_id = person.id
            where browser.person_id = $2 and coalesce(wish.push, true) and person.suspended_at is null
            """;

    /** Nobody else takes them until the time is over: then whoever took them is dead. */
    private static final String CLAIM = """
            with due as (
                select id from notification_delivery where state = 'WAITING' and next_at <= now()
                order by next_at limit $1 for update skip locked),
            claimed as (
                update notification_delivery delivery
                set attempts = delivery.attempts + 1, next_at = now() + $2 * interval '1 second'
                from due where delivery.id = due.id
                returning delivery.id, delivery.notification_id, delivery.subscription_id, delivery.way, delivery.attempts)
            select claimed.id, claimed.way, claimed.attempts, claimed.notification_id, claimed.subscription_id, news.person_id, news.kind,
                news.title, news.reason, news.link_type, news.link_tmdb_id, news.link_id, coalesce(wish.language, 'EN') as language
            from claimed join notification news on news.id = claimed.notification_id
                left join notification_preference wish on wish.person_id = news.person_id
            """;

    private static final String END = "update notification_delivery set state = $2, reason = $3 where id = $1";

    private static final String POSTPONE =
            "update notification_delivery set next_at = now() + $2 * interval '1 second', reason = $3 where id = $1";

    private final Database database;

    DeliveryStore(Database database) {
        this.database = database;
    }

    /** Whether there is something on its way now. */
    Uni<Boolean> addMail(Transaction transaction, UUID notificationId, UUID personId) {
        return transaction.change(MAIL, notificationId, personId).map(rows -> rows > 0);
    }

    /** The same. */
    Uni<Boolean> addPush(Transaction transaction, UUID notificationId, UUID personId) {
        return transaction.change(PUSH, notificationId, personId).map(rows -> rows > 0);
    }

    /** Takes those that are due, and counts the attempt before it is made. */
    Uni<List<Delivery>> claim(int most, Duration held) {
        return database.list(DeliveryStore::delivery, CLAIM, most, (double) held.toSeconds());
    }

    Uni<Void> delivered(UUID id) {
        return database.change(END, id, "DELIVERED", null).replaceWithVoid();
    }

    Uni<Void> givenUp(UUID id, String reason) {
        return database.change(END, id, "GIVEN_UP", reason).replaceWithVoid();
    }

    Uni<Void> postpone(UUID id, Duration pause, String reason) {
        return database.change(POSTPONE, id, pause.toMillis() / 1000.0, reason).replaceWithVoid();
    }

    private static Delivery delivery(Row row) {
        return new Delivery(
                row.getUUID("id"),
                constant(row, "way", Way.class),
                row.getInteger("attempts"),
                row.getUUID("notification_id"),
                row.getUUID("subscription_id"),
                constant(row, "language", Language.class),
                new News(
                        row.getUUID("person_id"),
                        constant(row, "kind", NotificationKind.class),
                        row.getString("title"),
                        row.getString("reason"),
                        new NotificationLink(
                                constant(row, "link_type", NotificationLink.Type.class),
                                row.getInteger("link_tmdb_id"),
                                row.getUUID("link_id"))));
    }
}
