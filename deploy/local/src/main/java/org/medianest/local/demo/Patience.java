package org.medianest.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.Pause;

/** Waits for what somebody else does. */
final class Patience {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);
    private static final int LOOKS = 600;

    private Patience() {}

    interface Look {
        String look() throws IOException;
    }

    /** The first answer that is as hoped for. */
    static String until(Look look, Predicate<String> hope) throws IOException {
        String seen = look.look();
        for (int i = 0; i < LOOKS && !hope.test(seen); i++) {
            Pause.of(LOOK_AGAIN);
            seen = look.look();
        }
        if (!hope.test(seen)) {
            throw new Refusal("It takes too long. The last answer was " + seen);
        }
        return seen;
    }
}
