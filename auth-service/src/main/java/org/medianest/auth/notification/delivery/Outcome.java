package org.medianest.auth.notification.delivery;

/** How an attempt ended. A reason is one line, whatever the other side has said. */
public sealed interface Outcome {
    /** It is there, or with somebody who has promised to take it there. */
    record Delivered() implements Outcome {}

    /** It is worth trying again. */
    record NotYet(String reason) implements Outcome {
        public NotYet {
            reason = oneLine(reason);
        }
    }

    /** It never will be. */
    record Never(String reason) implements Outcome {
        public Never {
            reason = oneLine(reason);
        }
    }

    private static String oneLine(String reason) {
        int longest = 300;
        String line = reason.replaceAll("\\p{Cc}+", " ").strip();
        return line.length() > longest ? line.substring(0, longest) : line;
    }
}
