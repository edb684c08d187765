package org.medianest.commons.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a service takes part in the events. */
@ConfigMapping(prefix = "medianest.events")
public interface EventConfig {
    /** The name of the service: CloudEvents source and consumer group, for example {@code auth-service}. */
    @NotNull
    String service();

    /** The stream that this service writes; a service without events of its own has none. */
    Optional<String> publishesTo();

    /** The streams that this service reads. */
    Optional<List<String>> consumes();

    /** The name of this replica within the consumer group; stable over restarts, so that it finds its own unfinished entries. */
    @WithDefault("1")
    String replica();

    /** How long a relay sleeps when nobody wakes it. */
    @WithDefault("500ms")
    Duration relayInterval();

    /** How long an entry may stay unacknowledged before it is taken over and tried again. */
    @WithDefault("10s")
    Duration retryAfter();

    /** After so many failed tries an entry goes to the dead-letter stream. */
    @WithDefault("5")
    int maxAttempts();
}
