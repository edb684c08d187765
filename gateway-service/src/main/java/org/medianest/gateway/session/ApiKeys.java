package org.medianest.gateway.session;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;

/** Keys of scripts, which there are none of yet. */
public final class ApiKeys {
    private ApiKeys() {}

    /** Who claims a key must not be taken for a stranger. Any other {@code Authorization} is not for us. */
    public static Optional<ProblemException> refusal(HttpServerRequest request) {
        List<String> values = request.headers().getAll(HttpHeaders.AUTHORIZATION);
        return values.stream().anyMatch(ApiKeys::isKey)
                ? Optional.of(CommonProblem.UNAUTHENTICATED.because("API keys are not in use yet."))
                : Optional.empty();
    }

    private static boolean isKey(String value) {
        return value.strip().toLowerCase(Locale.ROOT).startsWith("bearer mn_");
    }
}
