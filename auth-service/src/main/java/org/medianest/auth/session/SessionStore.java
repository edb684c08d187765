package org.medianest.auth.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.medianest.auth.token.Tokens;
import org.medianest.auth.user.AppUser;
import org.medianest.commons.id.Uuid7;
import org.medianest.commons.identity.SessionKeys;
import org.medianest.commons.redis.RedisCommands;

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

    private final RedisCommands redis;

    SessionStore(RedisCommands redis) {
        this.redis = redis;
    }

    /** A new session with a new id. */
    Uni<Session> open(UUID userId, Duration idle) {
        byte[] random = new byte[ID_BYTES];
        RANDOM.nextBytes(random);
        String rawId = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Session session = new Session(rawId, Uuid7.next(), userId, idle);
        String key = SessionKeys.of(rawId);
        Request fields = Request.cmd(Command.HSET)
                .arg(key)
                .arg(SessionKeys.USER)
                .arg(userId.toString())
                .arg(SessionKeys.SID)
                .arg(session.id().toString())
                .arg(SessionKeys.IDLE_SECONDS)
                .arg(idle.toSeconds());
        Request end = Request.cmd(Command.EXPIRE).arg(key).arg(idle.toSeconds());
        // together: a session without an end must not exist, not even if we die in between
        return redis.together(fields, end).replaceWith(session);
    }

    /** The session with this raw id, or nothing when there is none or it has ended. */
    Uni<Optional<Session>> find(String rawId) {
        return redis.send(Request.cmd(Command.HGETALL).arg(SessionKeys.of(rawId)))
                .map(fields ->
                        fields.containsKey(SessionKeys.USER) ? Optional.of(read(rawId, fields)) : Optional.empty());
    }

    /** Ends it. True when it was alive. */
    Uni<Boolean> end(Session session) {
        return redis.send(Request.cmd(Command.DEL).arg(SessionKeys.of(session.rawId())))
                .map(deleted -> deleted.toInteger() == 1);
    }

    /** Keeps the token beside the session, where the gateway finds it. False when the session has ended meanwhile. */
    Uni<Boolean> cache(Session session, Tokens.Issued token, AppUser user) {
        return redis.send(Request.cmd(Command.EVAL)
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

    private static Session read(String rawId, Response fields) {
        return new Session(
                rawId,
                UUID.fromString(fields.get(SessionKeys.SID).toString()),
                UUID.fromString(fields.get(SessionKeys.USER).toString()),
                Duration.ofSeconds(fields.get(SessionKeys.IDLE_SECONDS).toLong()));
    }
}
