package org.medianest.compose.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.local.lab.RedisConsole;

class SettingsTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private OurRedis redis;

    @BeforeEach
    void start() throws IOException {
        redis = new OurRedis(folder);
    }

    @AfterEach
    void end() throws IOException {
        redis.close();
    }

    @Test
    void settingsAreInForce() throws IOException {
        assertThat(setting("maxmemory")).isEqualTo(Long.toString(192L << 20));
        assertThat(setting("maxmemory-policy")).isEqualTo("volatile-lru");
        assertThat(setting("appendonly")).isEqualTo("yes");
        assertThat(setting("appendfsync")).isEqualTo("everysec");
        assertThat(setting("timeout")).isEqualTo("300");
        assertThat(setting("tcp-keepalive")).isEqualTo("60");
        assertThat(setting("save")).isEmpty();
        assertThat(setting("dir")).isEqualTo(folder.resolve("data").toRealPath().toString());
        assertThat(setting("aclfile")).isEqualTo(folder.resolve("run/users.acl").toString());
    }

    @Test
    void whatWasWrittenIsThereAfterACrash() throws IOException {
        redis.as("admin").send("XADD", "events:auth", "1-1", "event", "{}");
        redis.as("admin").send("SET", "session:version:u", "1", "EX", "600");

        redis.killAndRestart();

        assertThat(redis.as("admin").send("XLEN", "events:auth")).isEqualTo(1L);
        assertThat(redis.as("admin").send("GET", "session:version:u")).isEqualTo("1");
    }

    /** It is kept as a transaction, which Redis checks anew when it reads its file. */
    @Test
    void whatAScriptWroteIsThereAfterACrash() throws IOException {
        redis.as("auth")
                .send(
                        "EVAL",
                        "redis.call('SET', KEYS[1], 'a') redis.call('EXPIRE', KEYS[1], 600) return 1",
                        "1",
                        "session:1");

        redis.killAndRestart();

        assertThat(redis.as("admin").send("GET", "session:1")).isEqualTo("a");
    }

    /** The seed's allkeys-lru would have thrown the streams away first: nobody reads them as often as sessions. */
    @Test
    void whenItIsFullWhatHasAnEndGoesAndNoEventDoes() throws IOException {
        RedisConsole admin = redis.as("admin");
        publishAs(8);
        admin.send(
                "EVAL",
                "for i = 1, 2000 do redis.call('XADD', KEYS[1], '*', 'event', string.rep('e', 500)) end",
                "1",
                "events:auth");
        admin.send("CONFIG", "SET", "maxmemory", Long.toString(admin.memory() + (2 << 20)));

        for (int batch = 0; batch < 10; batch++) {
            admin.send(
                    "EVAL",
                    "for i = 1, 1000 do redis.call('SET', 'session:' .. ARGV[1] .. i, string.rep('s', 1000), 'EX', 600) end",
                    "0",
                    batch + "-");
        }

        assertThat(admin.send("XLEN", "events:auth")).isEqualTo(2000L);
        assertThat(admin.send("INFO", "stats").toString()).containsPattern("evicted_keys:[1-9]");
        assertThat(publishAs(7)).as("a former relay").asString().startsWith("[FENCED");
    }

    /** Why the seed's time limit for silent clients does not hurt those who wait for events. */
    @Test
    void whoWaitsForEventsIsNotHungUpOn() throws IOException {
        redis.as("admin").send("CONFIG", "SET", "timeout", "1");

        List<?> nothing = redis.as("gateway").list("XREAD", "BLOCK", "3500", "STREAMS", "live", "$");

        assertThat(nothing).isEmpty();
    }

    private Object publishAs(int epoch) throws IOException {
        return redis.eval(
                "auth",
                "service-commons/src/main/resources/redis/publish.lua",
                List.of("events:auth", "events:auth:fence", "events:auth:origin", "events:auth:last"),
                Integer.toString(epoch),
                "origin",
                "0",
                "0");
    }

    private String setting(String name) throws IOException {
        return RedisConsole.value(redis.as("admin").send("CONFIG", "GET", name), name)
                .toString();
    }
}
