package org.medianest.commons.problem;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal on its way to the caller. It carries no stack trace: a refusal is an answer, not an accident. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemType kind;
    private final transient List<Problem.Violation> violations;
    private final @Nullable Duration retryAfter;

    public ProblemException(ProblemType kind, String detail, List<Problem.Violation> violations) {
        this(kind, detail, violations, null);
    }

    private ProblemException(
            ProblemType kind, String detail, List<Problem.Violation> violations, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.kind = kind;
        this.violations = List.copyOf(violations);
        this.retryAfter = retryAfter;
    }

    /** The same refusal, telling the caller when to come again ({@code Retry-After}, whole seconds). */
    public ProblemException retryAfter(Duration delay) {
        return new ProblemException(kind, detail(), violations, delay);
    }

    public ProblemType kind() {
        return kind;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    public List<Problem.Violation> violations() {
        return violations;
    }

    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
