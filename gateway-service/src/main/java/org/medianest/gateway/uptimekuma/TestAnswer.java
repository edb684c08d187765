package org.medianest.gateway.uptimekuma;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * What came of a test, for the person who asked for it.
 *
 * @param message what is so, or what is wrong and what to do
 * @param needsTwoFactor whether a code is all that is missing
 */
@RegisterForReflection(registerFullHierarchy = true)
public record TestAnswer(boolean ok, String message, boolean needsTwoFactor, Found found) {
    /** What was found there. */
    public record Found(@Nullable String version, @Nullable Integer monitors) {}

    private static final Found NOTHING = new Found(null, null);

    static TestAnswer works(@Nullable String version, int monitors) {
        String message = monitors == 1 ? "It works: one monitor." : "It works: " + monitors + " monitors.";
        return new TestAnswer(true, message, false, new Found(version, monitors));
    }

    static TestAnswer fails(String message) {
        return new TestAnswer(false, message, false, NOTHING);
    }

    static TestAnswer needsCode() {
        return new TestAnswer(false, KumaWords.NEEDS_CODE, true, NOTHING);
    }
}
