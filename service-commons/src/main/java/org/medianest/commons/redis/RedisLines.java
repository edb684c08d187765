package org.medianest.commons.redis;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The way to the Redis of the house. */
@ApplicationScoped
public class RedisLines {
    private final Vertx vertx;
    private final String url;

    public RedisLines(Vertx vertx, @ConfigProperty(name = "medianest.redis") String url) {
        this.vertx = vertx;
        this.url = url;
    }

    /** A line that is nobody else's. It is dialled when it is used. */
    public RedisLine open(Duration patience) {
        return new RedisLine(vertx, url, patience);
    }

    /** Hears hints on a channel from now on, on a connection of its own. */
    public RedisHints hear(String channel, Runnable onHint) {
        return new RedisHints(vertx, url, channel, onHint);
    }
}
