package org.medianest.media.request;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.medianest.media.catalogue.MediaType;

/** How much people may ask for, and how what was approved is handed over. */
@ConfigMapping(prefix = "medianest.requests")
public interface RequestConfig {
    Quotas quota();

    Handing handover();

    /** How long an idempotency key is remembered. */
    @WithDefault("24h")
    Duration idempotency();

    /** How often those who are watching hear of one request's progress, at most. */
    @WithDefault("1s")
    Duration progress();

    /** How many a person may ask for within a window. Holders of requests:manage are free of it. */
    interface Quotas {
        /** A negative number is no limit, as with the seasons. */
        @WithDefault("10")
        int films();

        /** So many seasons within these days. */
        @WithDefault("20")
        int seasons();

        /** The days that count. */
        @WithDefault("7")
        int days();

        /** Of one type of titles. */
        default int limit(MediaType type) {
            return switch (type) {
                case MOVIE -> films();
                case SERIES -> seasons();
            };
        }
    }

    /** Of approved requests to whatever gets them. */
    interface Handing {
        /** How often is looked for something to hand over, when nobody says that there is. */
        @WithDefault("2s")
        Duration poll();

        /** The pause before something is tried again; it doubles each time. */
        @WithDefault("5s")
        Duration firstRetry();

        /** The longest of these pauses. */
        @WithDefault("10m")
        Duration longestRetry();

        /** How often what people wait for is compared with the library, whatever was told or missed. */
        @WithDefault("1m")
        Duration comparison();
    }
}
