package org.medianest.gateway.redis;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while Redis answers. In place of the extension's own check, which may think for half a minute before it says no. */
@Readiness
@ApplicationScoped
public class RedisReadiness implements AsyncHealthCheck {
    private static final String NAME = "redis";

    private final RedisLink redis;

    RedisReadiness(RedisLink redis) {
        this.redis = redis;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return Uni.createFrom()
                .completionStage(() -> redis.send(Request.cmd(Command.PING)).toCompletionStage())
                .map(pong -> HealthCheckResponse.up(NAME))
                .onFailure()
                .recoverWithItem(away -> HealthCheckResponse.down(NAME));
    }
}
