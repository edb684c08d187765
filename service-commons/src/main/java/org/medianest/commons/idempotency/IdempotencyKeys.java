package org.medianest.commons.idempotency;

import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.problem.CommonProblem;

/**
 * Remembers which request a key stood for, so that a request sent twice is done once. The service has the table
 * {@code idempotency_key (owner uuid, key text, request text, job uuid, created_at timestamptz, primary key (owner, key))}.
 */
public final class IdempotencyKeys {
    /** What a key may look like, for {@code @Pattern}. */
    public static final String SHAPE = "[\\x21-\\x7e]{1,255}";

    /** What to say of one that does not. */
    public static final String SHAPE_IN_WORDS = "must be 1 to 255 visible ASCII characters";

    /** Takes the key if it is free or too old; a second request waits here until the first has committed. */
    private static final String TAKE = """
            insert into idempotency_key (owner, key, request, job) values ($1, $2, $3, $4)
            on conflict (owner, key) do update
            set request = excluded.request, job = excluded.job, created_at = now()
            where idempotency_key.created_at < now() - $5::double precision * interval '1 second'
            """;

    private static final String TAKEN = "select request, job from idempotency_key where owner = $1 and key = $2";

    private static final String SETTLE = "update idempotency_key set job = $3 where owner = $1 and key = $2";

    private static final String FORGET =
            "delete from idempotency_key where created_at < now() - $1::double precision * interval '1 second'";

    private final Database database;
    private final Duration kept;

    /** @param kept how long a key is remembered */
    public IdempotencyKeys(Database database, Duration kept) {
        this.database = database;
        this.kept = kept;
    }

    /**
     * What the key stands for: the given thing if the key is new, else that of the first request.
     *
     * @param request what was asked for, in one spelling; a key that comes again with another is refused
     */
    public Uni<UUID> take(Transaction transaction, UUID owner, String key, String request, UUID thing) {
        String hash = hash(request);
        return transaction
                .change(TAKE, owner, key, hash, thing, age())
                .chain(taken -> taken == 1 ? Uni.createFrom().item(thing) : first(transaction, owner, key, hash));
    }

    /** The request that has taken the key made no new thing, but led to one that was there. */
    public Uni<Void> settle(Transaction transaction, UUID owner, String key, UUID thing) {
        return transaction.change(SETTLE, owner, key, thing).replaceWithVoid();
    }

    public Uni<Void> forgetOld() {
        return database.change(FORGET, age()).replaceWithVoid();
    }

    private double age() {
        return kept.toSeconds();
    }

    private record First(String request, UUID thing) {}

    private static Uni<UUID> first(Transaction transaction, UUID owner, String key, String hash) {
        return transaction
                .first(row -> new First(row.getString(0), row.getUUID(1)), TAKEN, owner, key)
                .map(found -> {
                    First first = found.orElseThrow();
                    if (!hash.equals(first.request())) {
                        throw CommonProblem.IDEMPOTENCY_KEY_REUSED.because(
                                "You sent this Idempotency-Key before, and asked for something else. Use a new one.");
                    }
                    return first.thing();
                });
    }

    private static String hash(String request) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(request.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
