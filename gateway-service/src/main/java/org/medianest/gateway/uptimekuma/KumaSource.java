package org.medianest.gateway.uptimekuma;

import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The Uptime Kuma of the household, as it is kept: secrets are sealed.
 *
 * @param version another one each time that people change it
 */
public record KumaSource(
        Method method,
        URI url,
        @Nullable String username,
        @Nullable String slug,
        @Nullable String sealedPassword,
        @Nullable String sealedToken,
        @Nullable String sealedKey,
        UUID version,
        SourceState state,
        @Nullable String message) {}
