package org.medianest.auth;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.medianest.commons.secret.SecretBox;
import org.medianest.commons.secret.SecretKeys;

/** What the secrets of this service are sealed with. */
class Secrets {
    @Produces
    @Singleton
    SecretBox box(@ConfigProperty(name = "medianest.secrets.key-file") Path keyFile) {
        return new SecretBox(SecretKeys.read(keyFile));
    }
}
