package org.medianest.media.integration;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.medianest.media.system.SystemKind;

/**
 * A row of the table {@code integration}.
 *
 * @param sealedSecret as {@link org.medianest.commons.secret.SecretBox} sealed it
 * @param name what the system calls itself
 * @param machineIdentifier of a Plex server
 */
record Integration(
        SystemKind kind,
        URI url,
        String sealedSecret,
        JsonObject options,
        @Nullable String name,
        @Nullable String machineIdentifier) {}
