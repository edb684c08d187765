package org.medianest.local.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.medianest.local.place.Part;
import org.medianest.local.place.Secrets;

/** Who may sign in to Redis: the users of {@code infrastructure/redis/users.acl.template}, each with a file that holds the password. */
public record RedisUsers(Path secrets) {
    public static final String ADMIN = "admin";

    private static final List<String> ALL = List.of(ADMIN, "auth", "media", "downloads", "gateway", "monitor");

    /** Passwords that are missing are made. */
    public static RedisUsers in(Secrets secrets) throws IOException {
        for (String user : ALL) {
            secrets.passwordIn("redis_" + user);
        }
        return new RedisUsers(secrets.folder());
    }

    public static String userOf(Part service) {
        return switch (service) {
            case AUTH -> "auth";
            case MEDIA -> "media";
            case DOWNLOADS -> "downloads";
            case GATEWAY -> "gateway";
            case POSTGRES, REDIS -> throw new IllegalArgumentException(service + " does not sign in to Redis");
        };
    }

    public Path passwordFile(String user) {
        return secrets.resolve("redis_" + user);
    }

    public String password(String user) throws IOException {
        return Files.readString(passwordFile(user)).strip();
    }
}
