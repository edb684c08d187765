package org.medianest.auth.plex;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.redis.RedisCommands;

/** Tickets in Redis: {@code plex-pin:{id}}. Of the browser that holds one, the hash of its cookie is kept. */
@ApplicationScoped
class Tickets {
    /** So long its browser can still be told that it has expired. */
    static final Duration AFTERWARDS = Duration.ofMinutes(10);

    /** Longer than all the questions to plex.tv that letting somebody in takes. */
    private static final Duration LONGEST_LOOK = Duration.ofMinutes(1);

    /** What plex.tv wants between two questions. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final String BROWSER = "browser";
    private static final String PIN = "pin";
    private static final String STAY = "stay";
    private static final String LINK_FOR = "linkFor";
    private static final String CONNECTS = "connects";
    private static final String EXPIRES = "expires";
    private static final String STATE = "state";
    private static final String MESSAGE = "message";
    private static final String USER = "user";

    private final RedisCommands redis;

    Tickets(RedisCommands redis) {
        this.redis = redis;
    }

    /** @param browser what only its browser knows */
    Uni<Void> open(Ticket ticket, String browser, Instant now) {
        Request fields = fields(ticket).arg(BROWSER).arg(hash(browser));
        long life = Duration.between(now, ticket.expiresAt()).plus(AFTERWARDS).toSeconds();
        return redis.together(
                fields, Request.cmd(Command.EXPIRE).arg(keyOf(ticket.id())).arg(life));
    }

    /** The ticket, if it is this browser's. */
    Uni<Optional<Ticket>> find(UUID id, String browser) {
        return redis.send(Request.cmd(Command.HGETALL).arg(keyOf(id)))
                .map(fields -> isHeldBy(fields, browser) ? Optional.of(ticket(id, fields)) : Optional.empty());
    }

    /** What became of it is told again to its browser until it is forgotten. */
    Uni<Void> settle(Ticket ticket) {
        return redis.send(fields(ticket)).replaceWithVoid();
    }

    /** Whether the caller is the one who asks plex.tv now. */
    Uni<Boolean> beginLook(UUID id) {
        return redis.send(Request.cmd(Command.SET)
                        .arg(lookOf(id))
                        .arg("1")
                        .arg("NX")
                        .arg("PX")
                        .arg(LONGEST_LOOK.toMillis()))
                .map(answer -> answer != null);
    }

    Uni<Void> endLook(UUID id) {
        return redis.send(Request.cmd(Command.PEXPIRE).arg(lookOf(id)).arg(BETWEEN_LOOKS.toMillis()))
                .replaceWithVoid();
    }

    private static Request fields(Ticket ticket) {
        return Request.cmd(Command.HSET)
                .arg(keyOf(ticket.id()))
                .arg(PIN)
                .arg(ticket.pinId())
                .arg(STAY)
                .arg(String.valueOf(ticket.stay()))
                .arg(LINK_FOR)
                .arg(text(ticket.linkFor()))
                .arg(CONNECTS)
                .arg(String.valueOf(ticket.connects()))
                .arg(EXPIRES)
                .arg(ticket.expiresAt().toString())
                .arg(STATE)
                .arg(ticket.state().name())
                .arg(MESSAGE)
                .arg(text(ticket.message()))
                .arg(USER)
                .arg(text(ticket.userId()));
    }

    private static Ticket ticket(UUID id, Response fields) {
        String message = fields.get(MESSAGE).toString();
        return new Ticket(
                id,
                fields.get(PIN).toLong(),
                Boolean.parseBoolean(fields.get(STAY).toString()),
                uuid(fields.get(LINK_FOR)),
                Boolean.parseBoolean(String.valueOf(fields.get(CONNECTS))),
                Instant.parse(fields.get(EXPIRES).toString()),
                PinState.valueOf(fields.get(STATE).toString()),
                message.isEmpty() ? null : message,
                uuid(fields.get(USER)));
    }

    private static boolean isHeldBy(Response fields, String browser) {
        Response holder = fields.get(BROWSER);
        return holder != null
                && MessageDigest.isEqual(
                        holder.toString().getBytes(StandardCharsets.UTF_8),
                        hash(browser).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static @Nullable UUID uuid(Response text) {
        return text.toString().isEmpty() ? null : UUID.fromString(text.toString());
    }

    private static String keyOf(UUID id) {
        return "plex-pin:" + id;
    }

    private static String lookOf(UUID id) {
        return "plex-pin:" + id + ":look";
    }

    private static String hash(String browser) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(browser.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
