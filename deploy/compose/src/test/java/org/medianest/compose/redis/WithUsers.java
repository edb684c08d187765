package org.medianest.compose.redis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Our Redis with its users, something on each stream, and a session. */
abstract class WithUsers {
    @TempDir
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    static OurRedis redis;

    @BeforeAll
    static void start() throws IOException {
        redis = new OurRedis(folder);
        for (String stream : List.of("events:auth", "events:media", "events:downloads", "events:status", "live")) {
            redis.as("admin").send("XADD", stream, "*", "event", "{}");
        }
        redis.as("admin").send("HSET", "session:s", "user", "olga", "sid", "1", "token", "t", "idle", "60");
    }

    @AfterAll
    static void end() throws IOException {
        redis.close();
    }
}
