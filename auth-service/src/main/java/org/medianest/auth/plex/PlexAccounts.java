package org.medianest.auth.plex;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.auth.plextv.PlexConfig;
import org.medianest.auth.plextv.PlexToken;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.database.Values;
import org.medianest.commons.secret.SecretBox;
import org.medianest.commons.secret.SecretUnreadable;

/** The table {@code plex_account}. */
@ApplicationScoped
class PlexAccounts {
    /** Who was claimed and not looked at, because plex.tv or we went away, comes again then. */
    private static final Duration AGAIN = Duration.ofHours(1);

    private static final String KEEP = """
            insert into plex_account (user_id, name, token, owner, access, since, check_at) values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (user_id) do update
            set name = excluded.name, token = excluded.token, owner = excluded.owner, access = excluded.access,
                since = excluded.since, check_at = excluded.check_at
            """;

    private static final String CHECK_ALL = "update plex_account set check_at = $1 where check_at > $1";

    private static final String CLAIM_DUE = """
            update plex_account set check_at = $1 where user_id in (
                select user_id from plex_account where check_at <= $2 order by check_at limit $3 for update skip locked)
            returning user_id, (select plex_id from app_user where id = user_id) as plex_id, name, token, owner, access
            """;

    private static final String SETTLE = """
            update plex_account set access = $2, owner = $3, since = case when access = $2 then since else $4 end, check_at = $5
            where user_id = $1
            """;

    private static final String OF_ADMINISTERING_OWNER = """
            select a.user_id, u.plex_id, a.name, a.token, a.owner, a.access
            from app_user u join plex_account a on a.user_id = u.id
            where 'users:manage' = any (u.permissions) and u.suspended_at is null
                and a.owner and a.token is not null and a.access = 'GRANTED'
            order by a.since desc limit 1
            """;

    private static final String KNOWN = "select plex_id from app_user where plex_id = any ($1)";

    private final Database database;
    private final SecretBox secrets;
    private final Duration recheck;

    PlexAccounts(Database database, SecretBox secrets, PlexConfig config) {
        this.database = database;
        this.secrets = secrets;
        this.recheck = config.recheck();
    }

    /** Somebody has shown that the account is theirs and has access. */
    Uni<Void> keep(Transaction transaction, UUID userId, String name, PlexToken token, boolean owner, Instant now) {
        String sealed = secrets.sealText(token.value(), PlexAccount.placeOf(userId));
        return transaction
                .change(KEEP, userId, name, sealed, owner, Standing.GRANTED, now, now.plus(recheck))
                .replaceWithVoid();
    }

    /** Somebody will show it later. */
    Uni<Void> keepImported(Transaction transaction, UUID userId, String name, Instant now) {
        return transaction
                .change(KEEP, userId, name, null, false, Standing.IMPORTED, now, null)
                .replaceWithVoid();
    }

    /** All are looked at again. */
    Uni<Void> checkAll(Transaction transaction, Instant now) {
        return transaction.change(CHECK_ALL, now).replaceWithVoid();
    }

    /** Some whose turn it is, and who are nobody else's meanwhile. */
    Uni<List<PlexAccount>> claimDue(Instant now, int limit) {
        return database.list(PlexAccounts::account, CLAIM_DUE, now.plus(AGAIN), now, limit);
    }

    Uni<Void> settle(Transaction transaction, UUID userId, Standing standing, boolean owner, Instant now) {
        return transaction
                .change(SETTLE, userId, standing, owner, now, now.plus(recheck))
                .replaceWithVoid();
    }

    /** The account of the server's owner, if they look after the people here. */
    Uni<Optional<PlexAccount>> ofAdministeringOwner() {
        return database.first(PlexAccounts::account, OF_ADMINISTERING_OWNER);
    }

    /** Of these Plex accounts, those who have an account here. */
    Uni<List<Long>> known(List<Long> plexIds) {
        return plexIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : database.list(row -> row.getLong(0), KNOWN, plexIds);
    }

    /** Nothing when there is none, or it was sealed with a key that is gone. */
    Optional<PlexToken> token(PlexAccount account) {
        @Nullable String sealed = account.sealedToken();
        if (sealed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PlexToken(secrets.openText(sealed, PlexAccount.placeOf(account.userId()))));
        } catch (SecretUnreadable keyIsGone) {
            return Optional.empty();
        }
    }

    private static PlexAccount account(Row row) {
        return new PlexAccount(
                row.getUUID("user_id"),
                row.getLong("plex_id"),
                row.getString("name"),
                row.getString("token"),
                row.getBoolean("owner"),
                Values.constant(row, "access", Standing.class));
    }
}
