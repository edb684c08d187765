package org.medianest.gateway.testing;

import io.quarkus.redis.datasource.RedisDataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.medianest.commons.identity.SessionKeys;

/** Somebody with a session, put into Redis as auth-service does it. */
public record Person(UUID user, UUID session, String rawSession) {
    public static final String TOKEN = "cached-token";

    /** Signed in, with a token that is still good for minutes. */
    public static Person signedIn(RedisDataSource redis, String... permissions) {
        return signedIn(
                redis,
                "s",
                Map.of(
                        SessionKeys.TOKEN, TOKEN,
                        SessionKeys.TOKEN_EXPIRES,
                                String.valueOf(Instant.now().plusSeconds(240).getEpochSecond()),
                        SessionKeys.PERMISSIONS, String.join(" ", permissions)));
    }

    /** Signed in, but no token was asked for yet; what auth-service answers depends on how the session id begins. */
    public static Person withoutToken(RedisDataSource redis, String begin) {
        return signedIn(redis, begin, Map.of());
    }

    /** Signed in, with these fields beside the necessary ones. */
    public static Person signedIn(RedisDataSource redis, String begin, Map<String, String> more) {
        String raw = begin + UUID.randomUUID().toString() + "-0123456789";
        Person person = new Person(UUID.randomUUID(), UUID.randomUUID(), raw);
        Map<String, String> fields = new HashMap<>(more);
        fields.put(SessionKeys.USER, person.user().toString());
        fields.put(SessionKeys.SID, person.session().toString());
        fields.put(SessionKeys.IDLE_SECONDS, "86400");
        redis.hash(String.class).hset(person.key(), fields);
        redis.key().expire(person.key(), Duration.ofHours(24));
        return person;
    }

    public String key() {
        return SessionKeys.of(rawSession);
    }

    public String cookie() {
        return "medianest=" + rawSession;
    }
}
