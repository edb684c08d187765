package org.medianest.gateway.status;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medianest.gateway.uptimekuma.KumaSource;
import org.medianest.gateway.uptimekuma.Method;
import org.medianest.gateway.uptimekuma.SourceState;

/** What the admin sees of the connection to Uptime Kuma: that there are secrets, never which. */
@RegisterForReflection(registerFullHierarchy = true)
public record UptimeKumaView(
        boolean configured,
        @Nullable Method method,
        @Nullable String url,
        @Nullable String username,
        @Nullable String slug,
        boolean passwordSet,
        boolean apiKeySet,
        @Nullable SourceState state,
        @Nullable String message) {

    static UptimeKumaView of(Optional<KumaSource> source) {
        return source.map(it -> new UptimeKumaView(
                        true,
                        it.method(),
                        it.url().toString(),
                        it.username(),
                        it.slug(),
                        it.sealedPassword() != null,
                        it.sealedKey() != null,
                        it.state(),
                        it.message()))
                .orElseGet(() -> new UptimeKumaView(false, null, null, null, null, false, false, null, null));
    }
}
