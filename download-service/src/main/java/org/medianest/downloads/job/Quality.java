package org.medianest.downloads.job;

import com.fasterxml.jackson.annotation.JsonCreator;

/** What people choose from. */
public enum Quality {
    BEST(0),
    P2160(2_160),
    P1080(1_080),
    P720(720),
    P480(480),
    AUDIO(0);

    private final int height;

    /** To the letter; the JSON reader on its own would let blanks and controls around it pass. */
    @JsonCreator
    static Quality of(String name) {
        return valueOf(name);
    }

    Quality(int height) {
        this.height = height;
    }

    /** Lines of the picture that are enough; 0 when that is no question. */
    public int height() {
        return height;
    }
}
