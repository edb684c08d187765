package org.medianest.gateway.admission;

import io.vertx.core.Future;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medianest.commons.redis.LuaScript;
import org.medianest.gateway.limits.Limit;
import org.medianest.gateway.limits.Verdict;
import org.medianest.gateway.redis.RedisLink;
import org.medianest.gateway.redis.Replies;
import org.medianest.gateway.session.StoredSession;

/** The one question that each request costs: whose session is it, and do its limits let it pass? Redis settles both in one step. */
final class Inquiry {
    private static final int SESSION = 6;

    private static final LuaScript ADMIT = LuaScript.of("/admission/admit.lua");

    private final RedisLink redis;

    Inquiry(RedisLink redis) {
        this.redis = redis;
    }

    /** @param session empty when nobody is signed in */
    record Finding(Optional<StoredSession> session, Verdict verdict) {}

    Future<Finding> make(Optional<String> sessionKey, String address, List<Limit> limits) {
        return redis.run(ADMIT, sessionKey.stream().toList(), arguments(address, limits))
                .map(Inquiry::read);
    }

    private static List<String> arguments(String address, List<Limit> limits) {
        List<String> arguments = new ArrayList<>(List.of(address));
        for (Limit limit : limits) {
            arguments.add(limit.counts().word());
            arguments.add(limit.name());
            arguments.add(String.valueOf(limit.burst()));
            arguments.add(String.valueOf(limit.refill().toMillis()));
        }
        return arguments;
    }

    private static Finding read(Response answer) {
        return new Finding(session(answer), verdict(answer));
    }

    private static Optional<StoredSession> session(Response answer) {
        String user = answer.size() > SESSION ? Replies.text(answer.get(SESSION)) : null;
        if (user == null) {
            return Optional.empty();
        }
        String ends = Replies.text(answer.get(SESSION + 2));
        return Optional.of(new StoredSession(
                user,
                Replies.text(answer.get(SESSION + 1)),
                ends == null ? Instant.EPOCH : Instant.ofEpochSecond(Long.parseLong(ends))));
    }

    private static Verdict verdict(Response answer) {
        long outcome = Replies.number(answer.get(0));
        return outcome < 0
                ? new Verdict.Uncounted()
                : new Verdict.Counted(
                        outcome == 1,
                        answer.get(1).toString(),
                        Replies.number(answer.get(2)),
                        Replies.number(answer.get(3)),
                        Duration.ofMillis(Replies.number(answer.get(4))),
                        Duration.ofMillis(Replies.number(answer.get(5))));
    }
}
