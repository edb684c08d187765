package org.medianest.gateway.own;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.medianest.gateway.answer.Answer;

/**
 * One thing that the gateway does itself, for somebody with a session.
 *
 * @param path with {@code {names}} for the parts that vary
 * @param permission that it takes; null when every person may
 */
public record OwnRoute(
        HttpMethod method, String path, @Nullable String permission, Function<Call, Uni<Answer>> deed) {

    /** The parts that vary, by name; empty when it is another path. */
    Optional<Map<String, String>> match(String asked) {
        String[] pattern = path.split("/", -1);
        String[] parts = asked.split("/", -1);
        if (pattern.length != parts.length) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (pattern[i].startsWith("{") && !parts[i].isEmpty()) {
                parameters.put(pattern[i].substring(1, pattern[i].length() - 1), parts[i]);
            } else if (!pattern[i].equals(parts[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
