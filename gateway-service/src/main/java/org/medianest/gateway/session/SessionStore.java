package org.medianest.gateway.session;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.medianest.commons.identity.SessionKeys;
import org.medianest.gateway.redis.RedisLink;
import org.medianest.gateway.redis.Replies;

/** Looks at the sessions that auth-service keeps in Redis. Being looked at does not prolong one. */
@ApplicationScoped
public class SessionStore {
    private static final Logger LOG = Logger.getLogger(SessionStore.class);

    private final RedisLink redis;

    SessionStore(RedisLink redis) {
        this.redis = redis;
    }

    /** A living session, as far as a listener needs it. */
    public record Living(String user, String id, Set<String> permissions) {
        public Living {
            permissions = Set.copyOf(permissions);
        }
    }

    /** The session under a key of {@link SessionKeys}. Fails with a problem without Redis: we do not know who asks, and must not guess. */
    public Future<Optional<Living>> look(String key) {
        return redis.send(Request.cmd(Command.HMGET, key, SessionKeys.USER, SessionKeys.SID, SessionKeys.PERMISSIONS))
                .map(SessionStore::read)
                .recover(away -> {
                    LOG.debugf("redis does not answer what=session cause=%s", away.getMessage());
                    return Future.failedFuture(Sessions.unknown());
                });
    }

    private static Optional<Living> read(Response hash) {
        String user = Replies.text(hash.get(0));
        String id = Replies.text(hash.get(1));
        String permissions = Replies.text(hash.get(2));
        return user == null || id == null
                ? Optional.empty()
                : Optional.of(new Living(user, id, permissions == null ? Set.of() : words(permissions)));
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" ")).filter(word -> !word.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }
}
