package org.medianest.commons.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How a service takes part in the events. */
@ConfigMapping(prefix = "medianest.events")
public interface EventConfig {
    /** The name of the service: CloudEvents source and consumer group, for example {@code auth-service}. */
    String service();

    /** The stream that this service writes; a service without events of its own has none. */
    Optional<String> publishesTo();

    /** The streams that this service reads. */
    Optional<List<String>> consumes();

    /** The name of this replica within the consumer group; stable over restarts, so that the group does not fill with names. */
    @WithDefault("1")
    String replica();

    /** How long a relay sleeps at most; who commits an event wakes it. */
    @WithDefault("1s")
    Duration relayInterval();

    /** How far apart a relay's rounds begin at least: what is committed meanwhile shares the next one. Who comes after a pause waits for nothing. */
    @WithDefault("5ms")
    Duration relayGathering();

    /** How long entries stay in the stream, and published rows in the outbox, for a Redis that has lost its data. */
    @WithDefault("7d")
    Duration kept();

    /** How long a service remembers which events it has applied; longer than they are kept. */
    @WithDefault("14d")
    Duration remembered();

    /** The pause before an event is tried again; it doubles each time. */
    @WithDefault("500ms")
    Duration firstRetry();

    /** After so many failed tries an event goes to the dead-letter stream. */
    @WithDefault("5")
    int maxAttempts();
}
