package org.medianest.media.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When an order is worth the next look. */
@ApplicationScoped
class Pace {
    private static final int MOST_DOUBLINGS = 16;

    private final FulfilmentConfig config;

    Pace(FulfilmentConfig config) {
        this.config = config;
    }

    Instant next(Stage stage, @Nullable Instant handedAt, Instant now) {
        return now.plus(
                switch (stage) {
                    case Stage.Downloading downloading -> config.moving();
                    case Stage.Approved approved -> config.moving();
                    case Stage.Searching searching ->
                        handedAt == null || now.isBefore(handedAt.plus(config.fresh()))
                                ? config.moving()
                                : config.settled();
                    case Stage.NeedsAttention attention -> config.settled();
                    case Stage.WaitingForRelease waiting -> config.unreleased();
                    case Stage.Imported imported -> config.settled();
                    case Stage.Declined declined -> config.settled();
                });
    }

    /** Longer than handing over one order takes, whatever is away. */
    Duration longestHanding() {
        return config.longestPause();
    }

    /** Of the pauses after failures. */
    Duration longestPause() {
        return config.longestPause();
    }

    Instant afterRefusal(Instant now) {
        return now.plus(config.refused());
    }

    /** @param failures how many there were one after the other, at least one */
    Duration pauseAfter(int failures) {
        Duration pause = config.firstPause().multipliedBy(1L << Math.clamp(failures - 1, 0, MOST_DOUBLINGS));
        return pause.compareTo(longestPause()) > 0 ? longestPause() : pause;
    }
}
