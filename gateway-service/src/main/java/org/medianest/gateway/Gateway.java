package org.medianest.gateway;

import org.medianest.commons.start.Main;

/** Starts the gateway. */
public final class Gateway {
    private Gateway() {}

    /**
     * Quarkus refuses what is no URI before anybody else sees the request, with an answer that has no headers and says nothing. Our
     * guard stands before every route and is stricter, so it may do so alone. Quarkus knows this switch as a system property only,
     * which a native program has from its build.
     */
    public static void main(String... args) {
        System.setProperty("vertx.disableURIValidation", "true");
        Main.main(args);
    }
}
