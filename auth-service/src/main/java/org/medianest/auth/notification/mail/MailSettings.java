package org.medianest.auth.notification.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The mail server of the house. */
@ConfigMapping(prefix = "medianest.mail")
public interface MailSettings {
    /** Who takes the mails that people get of their news. Without it there are none. */
    Optional<String> host();

    /** Where it listens; 465 when the connection begins with TLS. */
    @WithDefault("587")
    int port();

    /** `STARTTLS` is insisted on, `TLS` from the first byte, or `NONE`. */
    @WithDefault("STARTTLS")
    Encryption encryption();

    /** Who signs in there, if it wants that. */
    Optional<String> username();

    /** Their password. */
    Optional<String> password();

    /** Whom the mails are from; needed with a host. */
    Optional<String> from();

    /** How the connection is kept private. */
    enum Encryption {
        NONE,
        STARTTLS,
        TLS
    }
}
