package org.medianest.media.system;

import org.jspecify.annotations.Nullable;

/** A system cannot be reached, fails, or says what cannot be understood. Nothing is known then, least of all that something is gone. */
public class SystemDown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final SystemKind kind;

    /** @param reason a sentence for people */
    public SystemDown(SystemKind kind, String reason) {
        this(kind, reason, null);
    }

    public SystemDown(SystemKind kind, String reason, @Nullable Throwable cause) {
        super(reason, cause, false, false);
        this.kind = kind;
    }

    /** The same words for every way in which an address cannot be reached: they would tell a stranger what is behind it. */
    static SystemDown unreachable(SystemKind kind, @Nullable Throwable cause) {
        return new SystemDown(kind, kind.title() + " cannot be reached, or does not answer in time.", cause);
    }

    static SystemDown unintelligible(SystemKind kind, @Nullable Throwable cause) {
        return new SystemDown(kind, "What answers does not speak as " + kind.title() + " does.", cause);
    }

    public SystemKind kind() {
        return kind;
    }

    /** What is wrong, in a sentence for people. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
