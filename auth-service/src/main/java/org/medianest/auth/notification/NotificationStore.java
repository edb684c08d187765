package org.medianest.auth.notification;

import static org.medianest.commons.database.Values.constant;
import static org.medianest.commons.database.Values.instant;
import static org.medianest.commons.database.Values.moment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.paging.PageRequest;

/** The table {@code notification}. Whose it is, is part of every question. */
@ApplicationScoped
class NotificationStore {
    /** For somebody who is there, and stays until it is committed. */
    private static final String INSERT = """
            insert into notification (id, person_id, kind, title, reason, link_type, link_tmdb_id, link_id)
            select $1, id, $3, $4, $5, $6, $7, $8 from app_user where id = $2 for key share
            """;

    private static final String NEWEST = """
            select id, kind, title, reason, link_type, link_tmdb_id, link_id, created_at, read_at
            from notification where person_id = $1 and id < $2 order by id desc limit $3
            """;

    private static final String COUNT_UNREAD = """
            select count(unread.id)
            from (select id from notification where person_id = $1 and read_at is null limit $2) unread
            """;

    private static final String READ =
            "update notification set read_at = coalesce(read_at, now()) where id = $1 and person_id = $2";

    private static final String READ_ALL =
            "update notification set read_at = now() where person_id = $1 and read_at is null";

    private static final String FORGET = """
            delete from notification where id in (
                select id from notification where created_at < now() - $1 * interval '1 second' order by created_at limit $2)
            """;

    private static final UUID AFTER_ALL = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    private final Database database;

    NotificationStore(Database database) {
        this.database = database;
    }

    /** Whether the person is there to be told. */
    Uni<Boolean> insert(Transaction transaction, UUID id, News news) {
        NotificationLink link = news.link();
        return transaction
                .change(
                        INSERT,
                        id,
                        news.personId(),
                        news.kind(),
                        news.title(),
                        news.reason(),
                        link.type(),
                        link.tmdbId(),
                        link.id())
                .map(rows -> rows == 1);
    }

    Uni<List<Notification>> newest(UUID personId, PageRequest<UUID> request) {
        UUID before = request.after() == null ? AFTER_ALL : request.after();
        return database.list(NotificationStore::notification, NEWEST, personId, before, request.limit() + 1);
    }

    /** @param most where counting stops */
    Uni<Long> countUnread(UUID personId, int most) {
        return database.first(row -> row.getLong(0), COUNT_UNREAD, personId, most)
                .map(count -> count.orElse(0L));
    }

    /** Whether there is such a one of this person. */
    Uni<Boolean> read(UUID personId, UUID id) {
        return database.change(READ, id, personId).map(rows -> rows == 1);
    }

    Uni<Void> readAll(UUID personId) {
        return database.change(READ_ALL, personId).replaceWithVoid();
    }

    Uni<Void> forget(Duration age) {
        return database.changeInPortions(FORGET, (double) age.toSeconds());
    }

    private static Notification notification(Row row) {
        return new Notification(
                row.getUUID("id"),
                constant(row, "kind", NotificationKind.class),
                row.getString("title"),
                row.getString("reason"),
                new NotificationLink(
                        constant(row, "link_type", NotificationLink.Type.class),
                        row.getInteger("link_tmdb_id"),
                        row.getUUID("link_id")),
                moment(row, "created_at"),
                instant(row, "read_at"));
    }
}
