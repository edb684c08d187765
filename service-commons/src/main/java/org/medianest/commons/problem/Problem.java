package org.medianest.commons.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem document, RFC 9457, with the extension members {@code code}, {@code violations} and {@code traceId}.
 *
 * @param detail a sentence that says what is wrong and what to do
 * @param instance path of the request
 * @param traceId the id under which the log tells more
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@RegisterForReflection(registerFullHierarchy = true)
public record Problem(
        URI type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String code,
        List<Violation> violations,
        @Nullable String traceId) {

    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        violations = List.copyOf(violations);
    }

    /** The document for one occurrence of a kind of refusal. */
    public static Problem of(
            ProblemType kind,
            String detail,
            List<Violation> violations,
            @Nullable String instance,
            @Nullable String traceId) {
        return new Problem(kind.uri(), kind.title(), kind.status(), detail, instance, kind.name(), violations, traceId);
    }

    /**
     * One field that is not as it must be.
     *
     * @param field its name in the body or the query
     */
    public record Violation(String field, String message) {}
}
