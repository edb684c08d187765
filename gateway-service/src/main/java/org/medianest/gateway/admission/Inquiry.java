package org.medianest.gateway.admission;

import io.vertx.core.Future;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.medianest.gateway.limits.Limit;
import org.medianest.gateway.limits.Verdict;
import org.medianest.gateway.redis.RedisLink;
import org.medianest.gateway.redis.RedisScript;
import org.medianest.gateway.redis.Replies;
import org.medianest.gateway.session.StoredSession;

/** The one question that each request costs: whose session is it, and do its limits let it pass? Redis settles both in one step. */
final class Inquiry {
    private static final int SESSION = 6;

    private final RedisScript script;

    Inquiry(RedisLink redis) {
        this.script = new RedisScript(redis, "/admission/admit.lua");
    }

    /** @param session empty when nobody is signed in */
    record Finding(Optional<StoredSession> session, Verdict verdict) {}

    Future<Finding> make(Optional<String> sessionKey, String address, List<Limit> limits) {
        return script.run(request -> arguments(request, sessionKey, address, limits))
                .map(Inquiry::read);
    }

    private static Request arguments(Request request, Optional<String> sessionKey, String address, List<Limit> limits) {
        request.arg(sessionKey.isPresent() ? 1 : 0);
        sessionKey.ifPresent(request::arg);
        request.arg(address);
        for (Limit limit : limits) {
            request.arg(limit.counts().word())
                    .arg(limit.name())
                    .arg(limit.burst())
                    .arg(limit.refill().toMillis());
        }
        return request;
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
