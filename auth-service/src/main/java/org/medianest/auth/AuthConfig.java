package org.medianest.auth;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Settings of auth-service. */
@ConfigMapping(prefix = "medianest.auth")
public interface AuthConfig {
    /** Where the one-time set-up code is written while nobody has an account. */
    @WithDefault("setup-code")
    Path setupCodeFile();

    Session session();

    Token token();

    SignIn signIn();

    Guest guest();

    /** How long the audit log remembers. */
    @WithDefault("400d")
    Duration auditKept();

    /** How long a session lives without being used. */
    interface Session {
        /** How long a session lives without being used. */
        @WithDefault("24h")
        Duration idle();

        /** The same, for those who stay signed in. */
        @WithDefault("30d")
        Duration idleWhenKept();
    }

    /** The tokens inside the house. */
    interface Token {
        /** At most five minutes: a token cannot be taken back. */
        @WithDefault("5m")
        Duration life();
    }

    /** Against guessing. */
    interface SignIn {
        /** Failures per name, and per address, before the next tries are refused. */
        @WithDefault("10")
        int maxFailures();

        /** How long failures count. */
        @WithDefault("15m")
        Duration window();

        /** Password hashes at the same time; each takes 19 MiB. */
        @WithDefault("1")
        int parallelHashes();

        /** Hashes that may wait for their turn; more are refused. */
        @WithDefault("16")
        int waitingHashes();
    }

    /** Those who come in with their Plex account. */
    interface Guest {
        /** What they may do until an admin says otherwise. */
        @WithDefault("requests:create,downloads:create,status:read,issues:create")
        List<String> permissions();
    }
}
