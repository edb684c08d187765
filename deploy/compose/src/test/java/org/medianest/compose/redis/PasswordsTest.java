package org.medianest.compose.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.local.lab.RedisConsole;

/** Passwords of Redis are changed as docs/operations/security-model.md says. */
class PasswordsTest {
    @TempDir
    Path folder;

    @Test
    void restartTakesTheNewPasswordAndKeepsStreamsAndSessions() throws IOException {
        try (OurRedis redis = new OurRedis(folder)) {
            redis.as("admin").send("XADD", "events:auth", "*", "event", "{}");
            redis.as("auth").send("HSET", "session:s", "user", "olga");
            redis.password("auth", "another");

            redis.restart();

            assertThatThrownBy(() -> redis.as("auth").send("PING")).hasMessageContaining("WRONGPASS");
            var auth = new RedisConsole(redis.port(), "auth", "another");
            assertThat(auth.send("HGET", "session:s", "user")).isEqualTo("olga");
            assertThat(auth.list("XRANGE", "events:auth", "-", "+")).hasSize(1);
        }
    }
}
