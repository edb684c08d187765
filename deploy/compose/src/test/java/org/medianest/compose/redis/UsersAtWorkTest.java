package org.medianest.compose.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service does in Redis works with its user, by its own scripts. */
class UsersAtWorkTest extends WithUsers {
    private static final String COMMONS = "service-commons/src/main/resources/redis/";
    private static final String AUTH = "auth-service/src/main/resources/redis/";

    @ParameterizedTest
    @CsvSource({"auth, events:auth", "media, events:media", "downloads, events:downloads", "gateway, events:status"})
    void serviceSaysWhatItHasToSay(String user, String stream) throws IOException {
        List<String> keys = List.of(stream, stream + ":fence", stream + ":origin", stream + ":last");

        Object said = redis.eval(user, COMMONS + "publish.lua", keys, "1", "origin", "0", "0", "", "{}");

        assertThat((List<?>) said).hasSize(2).first().isEqualTo("ADDED");
        assertThat(redis.as(user).send("PUBLISH", stream + ":hint", "")).isEqualTo(0L);
        assertThat(redis.as(user).list("SUBSCRIBE", stream + ":hint").getFirst())
                .isEqualTo("subscribe");
        assertThat(redis.as(user).send("EXISTS", stream)).isEqualTo(1L);
        assertThat(redis.as(user).send("XTRIM", stream, "MINID", "1")).isEqualTo(0L);
        assertThat(redis.as(user).list("XINFO", "GROUPS", stream)).isNotNull();
        assertThat(redis.as(user).list("TIME")).hasSize(2);
        assertThat(redis.as(user).send("INFO").toString()).contains("maxmemory_policy:volatile-lru", "aof_enabled:1");
    }

    @ParameterizedTest
    @CsvSource({
        "auth, events:media",
        "auth, events:status",
        "media, events:auth",
        "media, events:downloads",
        "media, events:status",
        "gateway, events:media",
    })
    void serviceHearsWhatItIsTold(String user, String stream) throws IOException {
        var console = redis.as(user);
        console.send("XGROUP", "CREATE", stream, user, "0", "MKSTREAM");
        console.send("XREADGROUP", "GROUP", user, "gone", "COUNT", "1", "STREAMS", stream, ">");
        List<?> taken = console.list("XAUTOCLAIM", stream, user, "1", "0", "0-0", "COUNT", "200");
        String entry =
                ((List<?>) ((List<?>) taken.get(1)).getFirst()).getFirst().toString();
        console.list("XPENDING", stream, user, "-", "+", "10");
        console.list("XINFO", "CONSUMERS", stream, user);
        console.send("XGROUP", "DELCONSUMER", stream, user, "gone");
        console.list("XRANGE", stream, "-", "+", "COUNT", "1");

        List<String> keys = List.of(stream, stream + ":dead", stream + ":dead:known");
        Object buried = redis.eval(user, COMMONS + "bury.lua", keys, user, entry, "{}", "3", "why");

        assertThat(buried).isEqualTo(1L);
        assertThat(console.send("XACK", stream, user, "1-1")).isEqualTo(0L);
        assertThat(console.list("XPENDING", stream, user).getFirst()).isEqualTo(0L);
        redis.as("admin").send("XGROUP", "DESTROY", stream, user);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events:auth", "events:media", "events:downloads", "events:status"})
    void deadLettersGoBackByAuthServiceAlone(String stream) throws IOException {
        String letter = redis.as("admin")
                .send("XADD", stream + ":dead", "*", "event", "{}", "consumer", "somebody")
                .toString();
        List<String> keys = List.of(stream + ":dead", stream + ":dead:known", stream);

        assertThat(redis.as("auth").list("XREVRANGE", stream + ":dead", "+", "-", "COUNT", "9"))
                .isNotEmpty();
        for (String other : List.of("downloads", "gateway")) {
            assertThatThrownBy(() -> redis.eval(other, COMMONS + "unbury.lua", keys, letter))
                    .hasMessageMatching("(?s).*(NOPERM|can't access).*");
        }
        assertThat(redis.eval("auth", COMMONS + "unbury.lua", keys, letter)).isEqualTo(1L);
    }

    @Test
    void authServiceKeepsSessions() throws IOException {
        var auth = redis.as("auth");
        auth.send("HSET", "session:a", "user", "u", "sid", "9", "way", "plex");
        auth.send("EXPIRE", "session:a", "60");
        auth.send("SADD", "session:user:u", "session:a");
        List<String> both = List.of("session:a", "session:user:u", "session:version:u");

        assertThat(redis.eval("auth", AUTH + "keep-token.lua", both, "", "60", "t", "1", "p"))
                .isEqualTo(1L);
        assertThat(redis.eval(
                        "auth",
                        AUTH + "forget-tokens.lua",
                        List.of("session:user:u", "session:version:u"),
                        "1",
                        "60",
                        "p"))
                .isEqualTo(1L);
        assertThat((List<?>) redis.eval("auth", AUTH + "end-sessions.lua", List.of("session:user:u"), "plex"))
                .asString()
                .contains("9");
        assertThat((List<?>) redis.eval("auth", AUTH + "count-start.lua", List.of("rate:plex-pins:1.2.3.4"), "600"))
                .asString()
                .startsWith("[1");
        auth.send("HSET", "plex-pin:x", "a", "b");
        auth.send("SET", "plex-pin:x:look", "1", "NX", "PX", "1000");
        auth.send("MGET", "rate:failures:name:olga", "rate:failures:address:1.2.3.4");
        auth.send("INCR", "rate:failures:name:olga");
    }

    @Test
    void gatewayAdmitsAndWatches() throws IOException {
        Object admitted = redis.eval(
                "gateway",
                "gateway-service/src/main/resources/admission/admit.lua",
                List.of("session:s"),
                "1.2.3.4",
                "person",
                "api",
                "10",
                "60000");

        assertThat((List<?>) admitted).first().isEqualTo(1L);
        assertThat(redis.as("admin").send("TTL", "session:s")).isEqualTo(60L);
        assertThat(redis.as("admin").send("EXISTS", "rate:api:olga")).isEqualTo(1L);
        var gateway = redis.as("gateway");
        gateway.list("HMGET", "session:s", "user", "sid", "permissions");
        gateway.send("EXISTS", "session:s");
        gateway.list(
                "XREAD",
                "COUNT",
                "1",
                "STREAMS",
                "events:auth",
                "events:downloads",
                "events:media",
                "events:status",
                "live",
                "0",
                "0",
                "0",
                "0",
                "0");
        gateway.list("XREVRANGE", "live", "+", "-", "COUNT", "1");
        gateway.list("XRANGE", "events:downloads", "-", "+", "COUNT", "1");
    }

    @Test
    void progressIsToldByThoseWhoMakeIt() throws IOException {
        for (String user : List.of("media", "downloads")) {
            assertThat(redis.as(user)
                            .send("XADD", "live", "MAXLEN", "~", "10000", "*", "event", "{}")
                            .toString())
                    .contains("-");
        }
    }

    @Test
    void monitorSeesFigures() throws IOException {
        var monitor = redis.as("monitor");
        assertThat(monitor.send("INFO").toString()).contains("used_memory:");
        monitor.list("SLOWLOG", "GET");
        monitor.list("LATENCY", "LATEST");
        assertThat((Long) monitor.send("XLEN", "events:status")).isPositive();
        monitor.list("XINFO", "GROUPS", "events:auth");
    }
}
