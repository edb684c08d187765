package org.medianest.gateway.session;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.identity.SessionKeys;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.gateway.redis.RedisLink;
import org.medianest.gateway.redis.Replies;

/** Reads the sessions that auth-service keeps in Redis, and lets them live on while they are used. */
@ApplicationScoped
public class SessionStore {
    private static final Logger LOG = Logger.getLogger(SessionStore.class);
    private static final Duration COME_AGAIN = Duration.ofSeconds(2);
    /** A session is prolonged once in a while, not with each of a hundred requests in a minute. */
    private static final long SHORTEST_PROLONGATION_SECONDS = 60;

    private final RedisLink redis;

    SessionStore(RedisLink redis) {
        this.redis = redis;
    }

    /**
     * A session as it lies in Redis.
     *
     * @param token null when none was asked for yet
     */
    public record Stored(
            String user,
            String id,
            Set<String> permissions,
            @Nullable String token,
            Instant tokenEnds) {
        public Stored {
            permissions = Set.copyOf(permissions);
        }

        @Override
        public String toString() {
            return "Stored[" + id + "]";
        }
    }

    /** The session under a key of {@link SessionKeys}; being looked at does not prolong it. */
    public Future<Optional<Stored>> look(String key) {
        return reachable(redis.send(fields(key))).map(SessionStore::read);
    }

    /** The same for a session that is used right now. */
    Future<Optional<Stored>> use(String key) {
        return reachable(redis.batch(List.of(fields(key), Request.cmd(Command.TTL, key))))
                .map(answers -> {
                    Response hash = answers.get(0);
                    Optional<Stored> session = read(hash);
                    session.ifPresent(alive -> prolong(key, Replies.text(hash.get(4)), Replies.number(answers.get(1))));
                    return session;
                });
    }

    private static Request fields(String key) {
        return Request.cmd(
                Command.HMGET,
                key,
                SessionKeys.USER,
                SessionKeys.SID,
                SessionKeys.TOKEN,
                SessionKeys.TOKEN_EXPIRES,
                SessionKeys.IDLE_SECONDS,
                SessionKeys.PERMISSIONS);
    }

    private void prolong(String key, @Nullable String idle, long left) {
        long idleSeconds = idle == null ? 0 : Long.parseLong(idle);
        long step = Math.min(SHORTEST_PROLONGATION_SECONDS, Math.max(1, idleSeconds / 10));
        if (idleSeconds > 0 && left <= idleSeconds - step) {
            // EXPIRE does not bring back a session that has ended in this moment
            redis.send(Request.cmd(Command.EXPIRE, key, String.valueOf(idleSeconds)))
                    .onFailure(away -> LOG.debugf("session not prolonged cause=%s", away.getMessage()));
        }
    }

    private static Optional<Stored> read(Response hash) {
        String user = Replies.text(hash.get(0));
        String id = Replies.text(hash.get(1));
        if (user == null || id == null) {
            return Optional.empty();
        }
        String expires = Replies.text(hash.get(3));
        String permissions = Replies.text(hash.get(5));
        return Optional.of(new Stored(
                user,
                id,
                permissions == null ? Set.of() : words(permissions),
                Replies.text(hash.get(2)),
                expires == null ? Instant.EPOCH : Instant.ofEpochSecond(Long.parseLong(expires))));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    /** Without Redis we do not know who asks, and must not guess. */
    private static <T> Future<T> reachable(Future<T> answer) {
        return answer.recover(away -> {
            LOG.debugf("redis does not answer what=session cause=%s", away.getMessage());
            return Future.failedFuture(CommonProblem.SERVICE_UNAVAILABLE
                    .because("We cannot look up your session at the moment. Try again in a few seconds.")
                    .retryAfter(COME_AGAIN));
        });
    }
}
