package org.medianest.media.integration;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.medianest.commons.plex.PlexGrant;
import org.medianest.commons.secret.SecretBox;
import org.medianest.media.system.Secret;
import org.medianest.media.system.SystemKind;

/** Seals the keys of other systems for the table, each for its own row. */
@ApplicationScoped
class SystemSecrets {
    private final SecretBox box;

    SystemSecrets(SecretBox box) {
        this.box = box;
    }

    String seal(SystemKind kind, Secret secret) {
        return box.sealText(secret.reveal(), place(kind));
    }

    Secret open(Integration integration) {
        return new Secret(box.openText(integration.sealedSecret(), place(integration.kind())));
    }

    /** What auth-service has sealed with the same key for this admin. */
    Optional<PlexGrant> grant(String sealed, UUID admin, Instant now) {
        return PlexGrant.open(box, sealed, admin, now);
    }

    private static String place(SystemKind kind) {
        return "integration/" + kind;
    }
}
