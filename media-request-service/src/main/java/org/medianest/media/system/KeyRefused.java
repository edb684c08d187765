package org.medianest.media.system;

/** A system is there and does not take the key, or the key may not do this. It passes only when an admin does something. */
public final class KeyRefused extends SystemDown {
    private static final long serialVersionUID = 1L;

    private final transient Answer answer;

    KeyRefused(Answer answer) {
        super(answer.kind(), answer.kind().title() + " refuses the key. Give it a new one in the settings.");
        this.answer = answer;
    }

    /** What it said, status 401 or 403. */
    public Answer answer() {
        return answer;
    }
}
