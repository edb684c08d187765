package org.medianest.commons.redis;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The way to the Redis of the house. */
@ApplicationScoped
public class RedisLines {
    private final Vertx vertx;
    private final String url;

    @Inject
    public RedisLines(
            Vertx vertx,
            @ConfigProperty(name = "medianest.redis") String address,
            @ConfigProperty(name = "medianest.redis.username") Optional<String> username,
            @ConfigProperty(name = "medianest.redis.password") Optional<String> password) {
        this(
                vertx,
                password.map(secret -> signedIn(address, username.orElse(""), secret))
                        .orElse(address));
    }

    /** @param url with all that it takes to sign in, if anything */
    public RedisLines(Vertx vertx, String url) {
        this.vertx = vertx;
        this.url = url;
    }

    /** The client takes a user only from the address. */
    static String signedIn(String address, String username, String password) {
        String userInfo = encode(username) + ":" + encode(password);
        return address.replaceFirst("://", Matcher.quoteReplacement("://" + userInfo + "@"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A line that is nobody else's. It is dialled when it is used. */
    public RedisLine open(Duration patience) {
        return new RedisLine(vertx, url, patience);
    }

    /** Hears hints on a channel from now on, on a connection of its own. */
    public RedisHints hear(String channel, Runnable onHint) {
        return new RedisHints(vertx, url, channel, onHint);
    }
}
