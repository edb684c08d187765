package org.medianest.media.system;

/** A system is there and does not take the key, or the key may not do this. It passes only when an admin does something. */
public final class KeyRefused extends SystemDown {
    private static final long serialVersionUID = 1L;

    /** Of Plex, whose newer tokens live for a week. */
    static final int EXPIRED = 498;

    private final transient Answer answer;

    KeyRefused(Answer answer) {
        super(answer.kind(), reason(answer));
        this.answer = answer;
    }

    private static String reason(Answer answer) {
        String system = answer.kind().title();
        return answer.status() == EXPIRED
                ? "The key for " + system + " has expired. Connect " + system + " again in the settings."
                : system + " refuses the key. Give it a new one in the settings.";
    }

    /** What it said, status 401, 403 or 498. */
    public Answer answer() {
        return answer;
    }
}
