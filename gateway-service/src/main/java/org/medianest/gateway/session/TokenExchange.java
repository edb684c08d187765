package org.medianest.gateway.session;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.medianest.commons.problem.TraceId;
import org.medianest.gateway.backend.Backend;
import org.medianest.gateway.backend.Backend.Question;
import org.medianest.gateway.backend.BackendConfig;
import org.medianest.gateway.backend.Backends;

/**
 * Asks auth-service for the token of a session. Requests of one session that come together ask once; on each event loop, because what
 * follows the answer belongs to the loop of its request.
 */
@ApplicationScoped
public class TokenExchange {
    private static final int LARGEST_GRANT = 64 * 1024;

    /** A second token for a session is as good as the first. */
    private static final Question EXCHANGE = new Question(HttpMethod.POST, "/internal/v1/tokens", true);

    private final Backend auth;
    private final long patience;
    private final ObjectReader json;
    private final Map<String, Future<Optional<Grant>>> asking = new ConcurrentHashMap<>();

    TokenExchange(Backends backends, BackendConfig config, ObjectMapper json) {
        this.auth = backends.auth();
        this.patience = config.tokenTimeout().toMillis();
        this.json = json.readerFor(Grant.class).without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** What auth-service says; it keeps the token beside the session itself. */
    @RegisterForReflection(registerFullHierarchy = true)
    record Grant(String token) {
        @Override
        public String toString() {
            return "Grant";
        }
    }

    /** Empty when auth-service does not know the session any more. */
    Future<Optional<Grant>> tokenFor(String rawSession, String key, String traceparent) {
        String question = Thread.currentThread().threadId() + " " + key;
        Future<Optional<Grant>> running = asking.get(question);
        if (running != null) {
            return running;
        }
        Future<Optional<Grant>> answer = ask(rawSession, traceparent);
        asking.put(question, answer);
        return answer.onComplete(done -> asking.remove(question, answer));
    }

    private Future<Optional<Grant>> ask(String rawSession, String traceparent) {
        return auth.ask(
                EXCHANGE,
                request -> request.putHeader("X-Session", rawSession)
                        .putHeader("Accept", "application/json")
                        .putHeader(TraceId.HEADER, traceparent)
                        .send()
                        .compose(this::read)
                        .timeout(patience, TimeUnit.MILLISECONDS));
    }

    private Future<Optional<Grant>> read(HttpClientResponse response) {
        return switch (response.statusCode()) {
            case 200 -> response.body().map(this::grant);
            case 400, 401, 404 -> response.body().map(Optional.empty());
            default -> Future.failedFuture("auth-service answers " + response.statusCode());
        };
    }

    private Optional<Grant> grant(Buffer body) {
        if (body.length() > LARGEST_GRANT) {
            throw new IllegalStateException("a grant is smaller");
        }
        try {
            return Optional.of(json.readValue(body.getBytes()));
        } catch (IOException notAGrant) {
            // the body holds a token: neither it nor the parser's quotation of it may get into a log
            throw new IllegalStateException("auth-service answered something else than a grant");
        }
    }
}
