package org.medianest.local.place;

/** Something cannot be done, and the message is the sentence for the person who asked. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refusal(String sentence) {
        super(sentence, null, false, false);
    }
}
