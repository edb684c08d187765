package org.medianest.commons.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The users of {@code infrastructure/redis}, with one password for all. The Redis of tests is of version 6, which sees no selectors. */
final class RedisAcl {
    private static final List<String> USERS = List.of("admin", "auth", "media", "downloads", "gateway", "monitor");

    private RedisAcl() {}

    /** The file for Redis. Whoever does not sign in may do anything: a test looks at what a service did. */
    static Path write(Path folder) throws IOException {
        for (String user : USERS) {
            Files.writeString(folder.resolve("redis_" + user), PostgresAndRedis.PASSWORD);
        }
        render(folder);
        Path file = folder.resolve("users.acl");
        List<String> users = Files.readAllLines(file).stream()
                .map(line -> line.startsWith("user default ") ? "user default on nopass ~* &* +@all" : line)
                .toList();
        return Files.write(file, users);
    }

    private static void render(Path folder) throws IOException {
        ProcessBuilder render = new ProcessBuilder(script().toString(), folder.toString()).inheritIO();
        render.environment().put("MEDIANEST_REDIS_SECRETS", folder.toString());
        render.environment().put("MEDIANEST_REDIS_SELECTORS", "no");
        int code = render.start().onExit().join().exitValue();
        if (code != 0) {
            throw new IllegalStateException("infrastructure/redis/render ended with code " + code);
        }
    }

    private static Path script() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .map(folder -> folder.resolve("infrastructure/redis/render"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
