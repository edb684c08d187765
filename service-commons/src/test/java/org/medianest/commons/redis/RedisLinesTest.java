package org.medianest.commons.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Command;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.medianest.commons.testing.EmbeddedRedis;

class RedisLinesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ODD = "p@ss:w/rd%41+&?#ü";

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedRedis redis;

    private final Vertx vertx = Vertx.vertx();

    @BeforeAll
    static void start() {
        redis = EmbeddedRedis.start("user default off", "user o:dd on \">" + ODD + "\" ~* +@all");
    }

    @AfterAll
    static void end() {
        redis.close();
    }

    @AfterEach
    void stop() {
        vertx.close();
    }

    @Test
    void signsInAsTheUserThatItIsToldToBe() {
        assertThat(whoAmI(redis.url(), Optional.of("o:dd"), Optional.of(ODD))).isEqualTo("o:dd");
    }

    @Test
    void signsInWithWhatStandsInTheAddress() {
        String address = RedisLines.signedIn(redis.url(), "o:dd", ODD);

        assertThat(whoAmI(address, Optional.of("another"), Optional.empty())).isEqualTo("o:dd");
    }

    @Test
    void doesNotSignInWithoutAPassword() {
        assertThatThrownBy(() -> whoAmI(redis.url(), Optional.of("o:dd"), Optional.empty()))
                .hasMessageContaining("NOAUTH");
    }

    private String whoAmI(String address, Optional<String> username, Optional<String> password) {
        RedisLines lines = new RedisLines(vertx, address, username, password);
        return new BlockingRedis(lines.open(PATIENCE))
                .send(Command.ACL, "WHOAMI")
                .toString();
    }
}
