package org.medianest.gateway.limits;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much anybody may ask. */
@ConfigMapping(prefix = "medianest.gateway.limits")
public interface LimitConfig {
    /** What a signed-in person asks, wherever they are; pictures and files are counted apart. */
    User user();

    /** Pictures that a signed-in person looks at: whoever runs through a shelf sees hundreds. */
    Pictures pictures();

    /** Parts of files that a signed-in person plays or fetches. */
    Files files();

    /** Everything that people who are not signed in ask, from one address. */
    Address address();

    /** Signing in and setting up, from one address. */
    SignIn signIn();

    /** New downloads of one person. */
    Downloads downloads();

    /** So many at once by whoever was quiet before, and then so many in a time. */
    interface Rate {
        int requests();

        Duration per();

        int burst();
    }

    /** What a signed-in person asks. A page asks some ten times. */
    interface User extends Rate {
        @Override
        @WithDefault("300")
        int requests();

        @Override
        @WithDefault("1m")
        Duration per();

        @Override
        @WithDefault("200")
        int burst();
    }

    /** Pictures that a signed-in person looks at. */
    interface Pictures extends Rate {
        @Override
        @WithDefault("1200")
        int requests();

        @Override
        @WithDefault("1m")
        Duration per();

        @Override
        @WithDefault("600")
        int burst();
    }

    /** Parts of files: a player asks for another one each time that somebody jumps. */
    interface Files extends Rate {
        @Override
        @WithDefault("300")
        int requests();

        @Override
        @WithDefault("1m")
        Duration per();

        @Override
        @WithDefault("300")
        int burst();
    }

    /** Everything that one address asks without a session. */
    interface Address extends Rate {
        @Override
        @WithDefault("60")
        int requests();

        @Override
        @WithDefault("1m")
        Duration per();

        @Override
        @WithDefault("120")
        int burst();
    }

    /** Attempts to sign in or to set up, from one address. */
    interface SignIn extends Rate {
        @Override
        @WithDefault("10")
        int requests();

        @Override
        @WithDefault("1m")
        Duration per();

        @Override
        @WithDefault("10")
        int burst();
    }

    /** New downloads of one person. */
    interface Downloads extends Rate {
        @Override
        @WithDefault("60")
        int requests();

        @Override
        @WithDefault("1h")
        Duration per();

        @Override
        @WithDefault("60")
        int burst();
    }
}
