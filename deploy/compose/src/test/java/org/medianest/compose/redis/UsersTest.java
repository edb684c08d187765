package org.medianest.compose.redis;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.local.lab.RedisConsole;

/** What a user of Redis may not do is refused. */
class UsersTest extends WithUsers {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FLUSHALL",
                "FLUSHDB",
                "CONFIG SET maxmemory 1",
                "CONFIG GET *",
                "CONFIG REWRITE",
                "KEYS *",
                "SCAN 0",
                "SHUTDOWN",
                "ACL LIST",
                "ACL SETUSER me",
                "SCRIPT FLUSH",
                "REPLICAOF NO ONE",
                "SAVE",
                "BGREWRITEAOF",
                "CLIENT LIST",
                "CLIENT KILL ID 1",
                "MONITOR",
                "MODULE LIST",
                "SWAPDB 0 1",
                "MIGRATE h 1 k 0 1",
                "FUNCTION FLUSH",
                "DBSIZE",
                "RANDOMKEY"
            })
    void nobodyButAdminAdministers(String command) {
        for (String user : List.of("auth", "media", "downloads", "gateway", "monitor")) {
            assertRefused(user, command.split(" "));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // A47: events in another service's name
        "downloads, XADD events:auth * event {}",
        "downloads, XADD events:media * event {}",
        "media,     XADD events:auth * event {}",
        "media,     XADD events:downloads * event {}",
        "gateway,   XADD events:auth * event {}",
        "gateway,   XADD events:media * event {}",
        "gateway,   XADD live * event {}",
        "monitor,   XADD events:status * event {}",
        // auth gives dead letters back to the streams, and makes none but of its own reading
        "auth,      XADD events:downloads:dead * event {}",
        "auth,      HSET events:downloads:dead:known a 1-1",
        "auth,      XADD events:another * event {}",
        "auth,      XADD events:media:last * event {}",
        "auth,      SET events:media:fence 9999",
        "auth,      XADD live * event {}",
        // events made unsaid
        "media,     XTRIM events:auth MAXLEN 0",
        "media,     XDEL events:auth 1-1",
        "media,     XGROUP DESTROY events:auth another",
        "media,     DEL events:media",
        "auth,      XDEL events:media 1-1",
        "auth,      XTRIM events:media MAXLEN 0",
        "downloads, DEL live",
        // sessions
        "downloads, HGETALL session:s",
        "media,     HGETALL session:s",
        "gateway,   HSET session:new user olga",
        "gateway,   HGETALL session:s",
        "gateway,   DEL session:s",
        "gateway,   SET session:s x",
        "monitor,   HGETALL session:s",
        // limits of sign-ins
        "gateway,   DEL rate:failures:name:olga",
        "downloads, GET rate:failures:name:olga",
        // what is read elsewhere
        "downloads, XRANGE events:auth - +",
        "monitor,   XRANGE events:auth - +",
        "downloads, XRANGE events:status - +",
        "downloads, XREAD STREAMS events:media 0",
        // hints in another's name
        "downloads, PUBLISH events:auth:hint x",
        "media,     SUBSCRIBE events:auth:hint"
    })
    void whatIsAnothersIsRefused(String user, String command) {
        assertRefused(user, command.split(" "));
    }

    @Test
    void scriptMayNotDoWhatItsUserMayNot() {
        assertThatThrownBy(() -> redis.as("media")
                        .send("EVAL", "return redis.call('XADD', KEYS[1], '*', 'event', '{}')", "1", "events:auth"))
                .hasMessageContaining("can't");
        assertThatThrownBy(() -> redis.as("gateway")
                        .send("EVAL", "return redis.call('HSET', KEYS[1], 'user', 'eve')", "1", "session:s"))
                .hasMessageContaining("can't");
    }

    @Test
    void whoDoesNotSignInSeesNothing() throws IOException {
        assertThatThrownBy(() -> new RedisConsole(redis.port(), "default", "").send("PING"))
                .hasMessageContaining("WRONGPASS");
        assertThatThrownBy(() -> new RedisConsole(redis.port(), "auth", "wrong").send("PING"))
                .hasMessageContaining("WRONGPASS");
    }

    private static void assertRefused(String user, String... command) {
        assertThatThrownBy(() -> redis.as(user).send(command))
                .as("%s: %s", user, String.join(" ", command))
                .hasMessageContaining("NOPERM");
    }
}
