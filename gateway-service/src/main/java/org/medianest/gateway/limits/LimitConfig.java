package org.medianest.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much anybody may ask. */
@ConfigMapping(prefix = "medianest.gateway.limits")
public interface LimitConfig {
    /** Everything that a signed-in person asks, wherever they are. */
    User user();

    /** Everything that people who are not signed in ask, from one address. */
    Address address();

    /** Signing in and setting up, from one address. */
    SignIn signIn();

    /** New downloads of one person. */
    Downloads downloads();

    /** Everything that a signed-in person asks. */
    interface User {
        @WithDefault("100")
        int requests();

        @WithDefault("1m")
        Duration per();

        /** So many at once, when they were quiet before: a page with its pictures. */
        @WithDefault("200")
        int burst();
    }

    /** Everything that one address asks without a session. */
    interface Address {
        @WithDefault("60")
        int requests();

        @WithDefault("1m")
        Duration per();

        @WithDefault("120")
        int burst();
    }

    /** Attempts to sign in or to set up, from one address. */
    interface SignIn {
        @WithDefault("10")
        int requests();

        @WithDefault("1m")
        Duration per();

        @WithDefault("10")
        int burst();
    }

    /** New downloads of one person. */
    interface Downloads {
        @WithDefault("60")
        int requests();

        @WithDefault("1h")
        Duration per();

        @WithDefault("60")
        int burst();
    }
}
