package org.medianest.commons.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import jakarta.inject.Singleton;

/**
 * Keeps away what Vert.x counts of its Redis clients: a pool of one connection has a random name, and another one after each time that it
 * was dialled. Prometheus would keep every one of them.
 */
@Singleton
public class BoundedMeters implements MeterFilter {
    private static final String POOLS = "redis.pool.";

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        boolean unbounded = id.getName().startsWith(POOLS) || "redis".equals(id.getTag("clientType"));
        return unbounded ? MeterFilterReply.DENY : MeterFilterReply.NEUTRAL;
    }
}
