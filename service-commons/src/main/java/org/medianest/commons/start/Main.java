package org.medianest.commons.start;

import io.quarkus.runtime.Quarkus;
import java.security.Security;
import java.util.List;

/**
 * Every service starts here. {@code healthcheck} asks the one that runs beside it whether it is ready, {@code healthcheck live} whether it
 * lives at all, and ends with 0 or 1; Quarkus is not started for that. Anything else is an ordinary start.
 *
 * <p>It is named by {@code quarkus.package.main-class}, not by an annotation, so that a service may put a class of its own before it.
 */
public final class Main {
    private static final String HEALTH_CHECK = "healthcheck";

    private Main() {}

    public static void main(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals(HEALTH_CHECK)) {
            HealthCheck check =
                    HealthCheck.of(List.of(arguments).subList(1, arguments.length), System.getenv(HealthCheck.PORT));
            // Nothing has been opened that would have to be closed.
            Runtime.getRuntime().halt(check.isOk(System.err) ? 0 : 1);
        }
        forgetNamesSoon();
        Quarkus.run(arguments);
    }

    /** What is replaced has another address under the same name, at once. Java would go by the old one for half a minute. */
    private static void forgetNamesSoon() {
        Security.setProperty("networkaddress.cache.ttl", "1");
        Security.setProperty("networkaddress.cache.negative.ttl", "1");
    }
}
