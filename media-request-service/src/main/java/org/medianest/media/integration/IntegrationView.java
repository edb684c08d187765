package org.medianest.media.integration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.medianest.media.system.SystemHealth.Look;
import org.medianest.media.system.SystemKind;

/** A system that is or could be connected. Its key never leaves. */
public record IntegrationView(
        SystemKind kind,
        boolean configured,
        @Schema(nullable = true) @Nullable String url,
        boolean secretSet,
        Map<String, Object> options,

        @Schema(nullable = true, description = "What it calls itself") @Nullable
        String name,

        Health health) {

    static IntegrationView connected(Integration integration, Optional<Look> look) {
        return new IntegrationView(
                integration.kind(),
                true,
                integration.url().toString(),
                true,
                integration.options().getMap(),
                integration.name(),
                Health.of(look));
    }

    static IntegrationView absent(SystemKind kind) {
        return new IntegrationView(kind, false, null, false, Map.of(), null, Health.of(Optional.empty()));
    }

    /** Whether it answered when it was last asked. */
    public record Health(
            State state,
            @Schema(nullable = true) @Nullable String message,
            @Schema(nullable = true) @Nullable Instant checkedAt) {
        static Health of(Optional<Look> look) {
            return look.map(at -> new Health(at.up() ? State.UP : State.DOWN, at.message(), at.at()))
                    .orElse(new Health(State.UNKNOWN, null, null));
        }
    }

    /** What is known of a system. */
    public enum State {
        UP,
        DOWN,
        UNKNOWN
    }

    /** All of them. */
    public record Integrated(List<IntegrationView> items) {
        public Integrated {
            items = List.copyOf(items);
        }
    }

    /** The outcome of a look at a system. */
    public record Tested(
            boolean ok,
            String message,

            @Schema(nullable = true, description = "Where it answered") @Nullable
            String url,

            @Schema(nullable = true) @Nullable Found found) {}

    /** What a system proves itself with; shown once. */
    public record WebhookSecret(
            @Schema(description = "The path below MediaNest's own address")
            String webhookUrl,

            String secret) {}
}
