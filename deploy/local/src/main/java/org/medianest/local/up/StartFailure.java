package org.medianest.local.up;

import java.util.List;
import org.medianest.local.place.Part;

/** A process did not become ready; carries what its log says last. */
final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    StartFailure(Part part, String what, List<String> log) {
        super("%s %s%s".formatted(part.title(), what, quote(log)), null, false, false);
    }

    static String quote(List<String> log) {
        return log.isEmpty() ? "." : ". The end of its log:\n    " + String.join("\n    ", log);
    }
}
