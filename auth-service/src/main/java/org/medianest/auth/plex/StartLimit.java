package org.medianest.auth.plex;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.medianest.auth.AuthProblem;
import org.medianest.auth.plextv.PlexConfig;
import org.medianest.commons.redis.LuaScript;
import org.medianest.commons.redis.RedisCommands;

/** So often may one address begin: each beginning is a question to plex.tv in our name. */
@ApplicationScoped
class StartLimit {
    private static final LuaScript COUNT = LuaScript.of("/redis/count-start.lua");

    private final RedisCommands redis;
    private final int starts;
    private final Duration window;

    StartLimit(RedisCommands redis, PlexConfig config) {
        this.redis = redis;
        this.starts = config.starts();
        this.window = config.startsWindow();
    }

    Uni<Void> count(String address) {
        return redis.run(COUNT, List.of("rate:plex-pins:" + address), List.of(String.valueOf(window.toSeconds())))
                .invoke(answer -> {
                    if (answer.get(0).toInteger() > starts) {
                        throw AuthProblem.TOO_MANY_TRIES
                                .because(
                                        "Too many sign-ins with Plex were begun from here. Wait a few minutes and try again.")
                                .retryAfter(Duration.ofSeconds(answer.get(1).toLong()));
                    }
                })
                .replaceWithVoid();
    }
}
