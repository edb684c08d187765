package org.medianest.commons.secret;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a service seals its secrets with: the keys that the operator gave it. A service asks for the one or the other, or for none. */
class Secrets {
    private static final String KEY_FILE = "medianest.secrets.key-file";

    /** For whom nothing goes without: no start without a key file. */
    @Produces
    @Singleton
    SecretBox box(@ConfigProperty(name = KEY_FILE) Path keyFile) {
        return new SecretBox(SecretKeys.read(keyFile));
    }

    /** For whom much goes without. */
    @Produces
    @Singleton
    Optional<SecretBox> boxIfThereIsAKey(@ConfigProperty(name = KEY_FILE) Optional<Path> keyFile) {
        return keyFile.map(SecretKeys::read).map(SecretBox::new);
    }
}
