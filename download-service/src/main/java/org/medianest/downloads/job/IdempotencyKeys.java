package org.medianest.downloads.job;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/** Remembers which request a key stood for, so that a request sent twice is done once. Inside the caller's transaction. */
@ApplicationScoped
class IdempotencyKeys {
    /** Takes the key if it is free or too old; a second request waits here until the first has committed. */
    private static final String TAKE = """
            insert into idempotency_key (owner, key, request, job) values (:owner, :key, :request, :job)
            on conflict (owner, key) do update
            set request = excluded.request, job = excluded.job, created_at = now()
            where idempotency_key.created_at < now() - cast(:age as double precision) * interval '1 second'
            """;

    private static final String TAKEN = "select request, job from idempotency_key where owner = :owner and key = :key";

    private static final String FORGET =
            "delete from idempotency_key where created_at < now() - cast(:age as double precision) * interval '1 second'";

    private final JobConfig config;

    IdempotencyKeys(JobConfig config) {
        this.config = config;
    }

    /**
     * The job that the key stands for: the given one if the key is new, else the one of the first request.
     *
     * @param request what was asked for, in one spelling; a key that comes again with another is refused
     */
    Uni<UUID> take(UUID owner, String key, String request, UUID job) {
        String hash = hash(request);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKE)
                        .setParameter("owner", owner)
                        .setParameter("key", key)
                        .setParameter("request", hash)
                        .setParameter("job", job)
                        .setParameter("age", config.idempotency().toSeconds() * 1.0)
                        .executeUpdate())
                .chain(taken -> taken == 1 ? Uni.createFrom().item(job) : first(owner, key, hash));
    }

    Uni<Void> forgetOld() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter("age", config.idempotency().toSeconds() * 1.0)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<UUID> first(UUID owner, String key, String hash) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(TAKEN, Object[].class)
                        .setParameter("owner", owner)
                        .setParameter("key", key)
                        .getSingleResult())
                .map(row -> {
                    if (!hash.equals(row[0])) {
                        throw DownloadProblem.IDEMPOTENCY_KEY_REUSED.because(
                                "You sent this Idempotency-Key before, with another link or quality. Use a new one.");
                    }
                    return (UUID) row[1];
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
