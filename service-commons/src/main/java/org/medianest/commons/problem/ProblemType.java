package org.medianest.commons.problem;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/** One kind of refusal. A service lists its own in an enum, so that all of them fit on a screen. */
public interface ProblemType {
    /** Stable upper-case name for programs; the name of the enum constant. */
    String name();

    /** HTTP status. */
    int status();

    /** The kind of refusal in a few words, the same for every occurrence. */
    String title();

    /** What whoever is refused can do, in a sentence, for the reference of the API. What an occurrence says of itself is more exact. */
    String remedy();

    /** An identifier of the kind, never fetched. */
    default URI uri() {
        return URI.create(
                "urn:medianest:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** @param detail a sentence for people: what is wrong and what to do */
    default ProblemException because(String detail) {
        return new ProblemException(this, detail, List.of());
    }
}
