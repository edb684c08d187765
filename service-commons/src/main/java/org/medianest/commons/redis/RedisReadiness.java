package org.medianest.commons.redis;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while Redis answers. In place of the extension's own check, which may think for half a minute before it says no. */
@Readiness
@ApplicationScoped
public class RedisReadiness implements AsyncHealthCheck {
    private static final String NAME = "redis";

    private final RedisCommands redis;

    RedisReadiness(RedisCommands redis) {
        this.redis = redis;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return redis.send(Request.cmd(Command.PING))
                .map(pong -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(away -> HealthCheckResponse.down(NAME));
    }
}
