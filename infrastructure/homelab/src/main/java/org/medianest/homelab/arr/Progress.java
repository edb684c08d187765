package org.medianest.homelab.arr;

import java.time.Duration;

/** Where a download stands. */
sealed interface Progress {
    record Queued() implements Progress {}

    record Downloading(double fraction, Duration left) implements Progress {}

    record Stalled(double fraction) implements Progress {}

    record Failed(double fraction) implements Progress {}

    record ImportPending() implements Progress {}

    record ImportBlocked() implements Progress {}

    record Imported() implements Progress {}

    /** How much is there, 0 to 1. */
    default double done() {
        return switch (this) {
            case Queued() -> 0;
            case Downloading(double fraction, Duration left) -> fraction;
            case Stalled(double fraction) -> fraction;
            case Failed(double fraction) -> fraction;
            case ImportPending(), ImportBlocked(), Imported() -> 1;
        };
    }
}
