package org.medianest.auth.session;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.medianest.auth.AuthConfig;
import org.medianest.auth.token.Tokens;
import org.medianest.auth.user.AppUser;
import org.medianest.commons.id.Uuid7;
import org.medianest.commons.identity.SessionKeys;
import org.medianest.commons.redis.LuaScript;
import org.medianest.commons.redis.RedisCommands;

/**
 * Sessions in Redis, see {@link SessionKeys}. Beside them: which sessions a person has ({@code session:user:…}), and for some minutes after
 * a change of a person the version that counts ({@code session:version:…}), so that a token of the version before is not kept.
 */
@ApplicationScoped
public class SessionStore {
    private static final String WAY = "way";
    private static final LuaScript KEEP_TOKEN = LuaScript.of("/redis/keep-token.lua");
    private static final LuaScript FORGET_TOKENS = LuaScript.of("/redis/forget-tokens.lua");
    private static final LuaScript END_SESSIONS = LuaScript.of("/redis/end-sessions.lua");
    private static final String AUTHORITATIVE = "";

    private final RedisCommands redis;
    private final Duration listLife;
    private final Duration versionLife;

    SessionStore(RedisCommands redis, AuthConfig config) {
        this.redis = redis;
        // a list is renewed with each token, so it outlives the sessions in it
        this.listLife = config.session().idleWhenKept().plus(config.token().life());
        this.versionLife = config.token().life().multipliedBy(2);
    }

    /** What became of a token that was to be kept beside its session. */
    enum Keeping {
        SESSION_ENDED,
        KEPT,
        OUTDATED
    }

    /** A new session with a new id. */
    Uni<Session> open(UUID userId, Duration idle, Way way) {
        Session session = new Session(RandomId.next(), Uuid7.next(), userId, idle);
        String key = SessionKeys.of(session.rawId());
        Request fields = Request.cmd(Command.HSET)
                .arg(key)
                .arg(SessionKeys.USER)
                .arg(userId.toString())
                .arg(SessionKeys.SID)
                .arg(session.id().toString())
                .arg(SessionKeys.IDLE_SECONDS)
                .arg(idle.toSeconds())
                .arg(WAY)
                .arg(way.name());
        Request end = Request.cmd(Command.EXPIRE).arg(key).arg(idle.toSeconds());
        Request listed = Request.cmd(Command.SADD).arg(listOf(userId)).arg(key);
        Request listEnd = Request.cmd(Command.EXPIRE).arg(listOf(userId)).arg(listLife.toSeconds());
        // together: a session without an end must not exist, not even if we die in between
        return redis.together(fields, end, listed, listEnd).replaceWith(session);
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

    /** Keeps the token beside the session, where the gateway finds it, unless its person has changed since they were read. */
    Uni<Keeping> keep(Session session, Tokens.Issued token, AppUser user) {
        return keep(session, token, user, String.valueOf(user.version()));
    }

    /** The same for a person who cannot change at this moment. */
    Uni<Keeping> keepAuthoritative(Session session, Tokens.Issued token, AppUser user) {
        return keep(session, token, user, AUTHORITATIVE);
    }

    private Uni<Keeping> keep(Session session, Tokens.Issued token, AppUser user, String version) {
        return redis.run(
                        KEEP_TOKEN,
                        List.of(SessionKeys.of(session.rawId()), listOf(user.id()), versionOf(user.id())),
                        List.of(
                                version,
                                String.valueOf(listLife.toSeconds()),
                                token.token(),
                                String.valueOf(token.expiresAt().getEpochSecond()),
                                String.join(" ", user.permissions())))
                .map(answer -> Keeping.values()[answer.toInteger()]);
    }

    /** From now on, tokens of an earlier version of the person are not taken; those that are out are asked for anew. */
    Uni<Void> forgetTokens(AppUser changed) {
        return redis.run(
                        FORGET_TOKENS,
                        List.of(listOf(changed.id()), versionOf(changed.id())),
                        List.of(
                                String.valueOf(changed.version()),
                                String.valueOf(versionLife.toSeconds()),
                                String.join(" ", changed.permissions())))
                .replaceWithVoid();
    }

    /**
     * Ends all sessions of a person.
     *
     * @param way only those that were opened so; null for all
     * @return their public ids
     */
    Uni<List<UUID>> endAll(UUID userId, @Nullable Way way) {
        return redis.run(END_SESSIONS, List.of(listOf(userId)), List.of(way == null ? "" : way.name()))
                .map(ids -> StreamSupport.stream(ids.spliterator(), false)
                        .map(id -> UUID.fromString(id.toString()))
                        .toList());
    }

    private static String listOf(UUID userId) {
        return "session:user:" + userId;
    }

    private static String versionOf(UUID userId) {
        return "session:version:" + userId;
    }

    private static Session read(String rawId, Response fields) {
        return new Session(
                rawId,
                UUID.fromString(fields.get(SessionKeys.SID).toString()),
                UUID.fromString(fields.get(SessionKeys.USER).toString()),
                Duration.ofSeconds(fields.get(SessionKeys.IDLE_SECONDS).toLong()));
    }
}
