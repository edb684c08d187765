package org.medianest.auth.notification.preference;

import static org.medianest.commons.database.Values.constant;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.medianest.auth.notification.Language;
import org.medianest.commons.database.Database;

/** The table {@code notification_preference}. */
@ApplicationScoped
public class PreferenceStore {
    private static final String FIND =
            "select mail, address, push, language from notification_preference where person_id = $1";

    private static final String KEEP = """
            insert into notification_preference as kept (person_id, mail, address, push, language)
            select id, $2, $3, $4, coalesce($5, 'EN') from app_user where id = $1
            on conflict (person_id) do update
            set mail = excluded.mail, address = excluded.address, push = excluded.push, language = coalesce($5, kept.language)
            returning mail, address, push, language
            """;

    private static final String MAILBOX = """
            select wish.address, coalesce(person.display_name, person.username) as name
            from notification_preference wish join app_user person on person.id = wish.person_id
            where wish.person_id = $1 and wish.mail and wish.address is not null and person.suspended_at is null
            """;

    private final Database database;

    PreferenceStore(Database database) {
        this.database = database;
    }

    /** @param name what they want to be called */
    public record Mailbox(String address, String name) {}

    /** Where mails for somebody go who wants some. */
    public Uni<Optional<Mailbox>> mailbox(UUID personId) {
        return database.first(row -> new Mailbox(row.getString("address"), row.getString("name")), MAILBOX, personId);
    }

    Uni<Optional<Wish>> find(UUID personId) {
        return database.first(PreferenceStore::wish, FIND, personId);
    }

    /** How it is now; empty when the person is not there any more. */
    Uni<Optional<Wish>> keep(UUID personId, Wish wish) {
        return database.first(
                PreferenceStore::wish, KEEP, personId, wish.mail(), wish.address(), wish.push(), wish.language());
    }

    private static Wish wish(Row row) {
        return new Wish(
                row.getBoolean("mail"),
                row.getString("address"),
                row.getBoolean("push"),
                constant(row, "language", Language.class));
    }
}
