package org.medianest.eventlab;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** How much a station says, and where its measurements go. */
@ConfigMapping(prefix = "medianest.station")
interface StationConfig {
    /** Its schema in Postgres. */
    String schema();

    /** How many transactions it has open at once to say something; none when it only hears. */
    @WithDefault("0")
    int talkers();

    /** Events a second that all its talkers say together; as fast as they can when absent. */
    Optional<Integer> rate();

    /** Whether it asks, now and then, what is to go wrong in its handlers. */
    @WithDefault("true")
    boolean troubles();

    /** Gets one line for each event handled, when the station stops: its moments of saying and of being done, in microseconds. */
    Optional<Path> samples();
}
