package org.medianest.commons.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.commons.redis.RedisLines;
import org.medianest.commons.testing.EmbeddedRedis;
import org.medianest.commons.testing.TcpRelay;

class RedisPolicyCheckTest {
    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void stop() {
        vertx.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"allkeys-lru", "allkeys-lfu", "allkeys-random"})
    void evictionOfStreamsIsRefused(String policy) {
        assertThatThrownBy(() -> RedisPolicyCheck.refuse(policy, "1"))
                .hasMessageContaining("maxmemory-policy " + policy)
                .hasMessageContaining("Set it to volatile-lru or noeviction");
    }

    @ParameterizedTest
    @ValueSource(strings = {"noeviction", "volatile-lru", "volatile-ttl"})
    void whatKeepsStreamsIsFine(String policy) {
        assertThatCode(() -> RedisPolicyCheck.refuse(policy, "1")).doesNotThrowAnyException();
    }

    @Test
    void redisThatKeepsNothingIsRefused() {
        try (EmbeddedRedis forgetful = EmbeddedRedis.start("appendonly no")) {
            assertThatThrownBy(() -> check(forgetful.url())).hasMessageContaining("appendonly no");
        }
    }

    @Test
    void redisThatEvictsStreamsIsRefused() {
        try (EmbeddedRedis cache = EmbeddedRedis.start("maxmemory-policy allkeys-lru")) {
            assertThatThrownBy(() -> check(cache.url())).hasMessageContaining("allkeys-lru");
        }
    }

    @Test
    void startDoesNotWaitForARedisThatDoesNotAnswer() {
        try (EmbeddedRedis redis = EmbeddedRedis.start();
                TcpRelay relay = new TcpRelay("127.0.0.1", redis.port())) {
            relay.hold();
            long begin = System.nanoTime();

            check("redis://127.0.0.1:" + relay.port());

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
        }
    }

    private void check(String url) {
        new RedisPolicyCheck(new RedisLines(vertx, url)).check(new StartupEvent());
    }
}
