package org.medianest.auth.session;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.hash.ReactiveHashCommands;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.medianest.auth.token.Tokens;
import org.medianest.auth.user.AppUser;
import org.medianest.commons.id.Uuid7;
import org.medianest.commons.identity.SessionKeys;

/** Sessions in Redis, see {@link SessionKeys}. */
@ApplicationScoped
public class SessionStore {
    private static final int ID_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A session that was ended in the meantime must not come back to life, not even as a key without an owner. */
    private static final String CACHE_TOKEN = """
            if redis.call('exists', KEYS[1]) == 0 then return 0 end
            redis.call('hset', KEYS[1], unpack(ARGV))
            return 1""";

    private final ReactiveHashCommands<String, String, String> hashes;
    private final ReactiveRedisDataSource redis;
    private final Redis client;

    SessionStore(ReactiveRedisDataSource redis, Redis client) {
        this.redis = redis;
        this.client = client;
        this.hashes = redis.hash(String.class);
    }

    /** A new session with a new id. */
    Uni<Session> open(UUID userId, Duration idle) {
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        String rawId = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Session session = new Session(rawId, Uuid7.next(), userId, idle);
        String key = SessionKeys.of(rawId);
        Map<String, String> fields = Map.of(
                SessionKeys.USER, userId.toString(),
                SessionKeys.SID, session.id().toString(),
                SessionKeys.IDLE_SECONDS, String.valueOf(idle.toSeconds()));
        // one transaction: a session without an end must not exist, not even if we die in between
        return redis.withTransaction(tx -> tx.hash(String.class)
                        .hset(key, fields)
                        .chain(() -> tx.key().expire(key, idle)))
                .replaceWith(session);
    }

    /** The session with this raw id, or nothing when there is none or it has ended. */
    Uni<Optional<Session>> find(String rawId) {
        return hashes.hgetall(SessionKeys.of(rawId))
                .map(fields ->
                        fields.containsKey(SessionKeys.USER) ? Optional.of(read(rawId, fields)) : Optional.empty());
    }

    /** Ends it. True when it was alive. */
    Uni<Boolean> end(Session session) {
        return redis.key().del(SessionKeys.of(session.rawId())).map(deleted -> deleted == 1);
    }

    /** Keeps the token beside the session, where the gateway finds it. False when the session has ended meanwhile. */
    Uni<Boolean> cache(Session session, Tokens.Issued token, AppUser user) {
        return client.send(Request.cmd(Command.EVAL)
                        .arg(CACHE_TOKEN)
                        .arg(1)
                        .arg(SessionKeys.of(session.rawId()))
                        .arg(SessionKeys.TOKEN)
                        .arg(token.token())
                        .arg(SessionKeys.TOKEN_EXPIRES)
                        .arg(token.expiresAt().getEpochSecond())
                        .arg(SessionKeys.PERMISSIONS)
                        .arg(String.join(" ", user.permissions())))
                .map(answer -> answer.toInteger() == 1);
    }

    private static Session read(String rawId, Map<String, String> fields) {
        return new Session(
                rawId,
                UUID.fromString(fields.get(SessionKeys.SID)),
                UUID.fromString(fields.get(SessionKeys.USER)),
                Duration.ofSeconds(Long.parseLong(fields.get(SessionKeys.IDLE_SECONDS))));
    }
}
