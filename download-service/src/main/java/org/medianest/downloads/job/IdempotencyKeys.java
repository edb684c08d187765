package org.medianest.downloads.job;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;

/** Remembers which request a key stood for, so that a request sent twice is done once. */
@ApplicationScoped
class IdempotencyKeys {
    /** Takes the key if it is free or too old; a second request waits here until the first has committed. */
    private static final String TAKE = """
            insert into idempotency_key (owner, key, request, job) values ($1, $2, $3, $4)
            on conflict (owner, key) do update
            set request = excluded.request, job = excluded.job, created_at = now()
            where idempotency_key.created_at < now() - $5::double precision * interval '1 second'
            """;

    private static final String TAKEN = "select request, job from idempotency_key where owner = $1 and key = $2";

    private static final String FORGET =
            "delete from idempotency_key where created_at < now() - $1::double precision * interval '1 second'";

    private final JobConfig config;
    private final Database database;

    IdempotencyKeys(JobConfig config, Database database) {
        this.config = config;
        this.database = database;
    }

    /**
     * The job that the key stands for: the given one if the key is new, else the one of the first request.
     *
     * @param request what was asked for, in one spelling; a key that comes again with another is refused
     */
    Uni<UUID> take(Transaction transaction, UUID owner, String key, String request, UUID job) {
        String hash = hash(request);
        return transaction
                .change(TAKE, owner, key, hash, job, age())
                .chain(taken -> taken == 1 ? Uni.createFrom().item(job) : first(transaction, owner, key, hash));
    }

    Uni<Void> forgetOld() {
        return database.change(FORGET, age()).replaceWithVoid();
    }

    private double age() {
        return config.idempotency().toSeconds();
    }

    private record First(String request, UUID job) {}

    private static Uni<UUID> first(Transaction transaction, UUID owner, String key, String hash) {
        return transaction
                .first(row -> new First(row.getString(0), row.getUUID(1)), TAKEN, owner, key)
                .map(found -> {
                    First first = found.orElseThrow();
                    if (!hash.equals(first.request())) {
                        throw DownloadProblem.IDEMPOTENCY_KEY_REUSED.because(
                                "You sent this Idempotency-Key before, with another link or quality. Use a new one.");
                    }
                    return first.job();
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
