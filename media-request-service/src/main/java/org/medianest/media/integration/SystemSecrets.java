package org.medianest.media.integration;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.medianest.commons.secret.SecretBox;
import org.medianest.commons.secret.SecretKeys;
import org.medianest.media.system.Secret;
import org.medianest.media.system.SystemKind;

/** Seals the keys of other systems for the table, each for its own row. */
@ApplicationScoped
class SystemSecrets {
    private final SecretBox box;

    SystemSecrets(@ConfigProperty(name = "medianest.secrets.key-file") Path keyFile) {
        this.box = new SecretBox(SecretKeys.read(keyFile));
    }

    String seal(SystemKind kind, Secret secret) {
        return box.seal(secret.reveal().getBytes(StandardCharsets.UTF_8), place(kind));
    }

    Secret open(Integration integration) {
        return new Secret(
                new String(box.open(integration.sealedSecret(), place(integration.kind())), StandardCharsets.UTF_8));
    }

    private static String place(SystemKind kind) {
        return "integration/" + kind;
    }
}
