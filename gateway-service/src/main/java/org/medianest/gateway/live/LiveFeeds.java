package org.medianest.gateway.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.medianest.commons.event.AuthEvent.SessionRevoked;
import org.medianest.commons.event.EntryId;
import org.medianest.commons.event.EventCatalogue;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.redis.RedisLines;
import org.medianest.gateway.redis.RedisLink;
import org.medianest.gateway.redis.Replies;
import org.medianest.gateway.session.SessionStore;
import org.medianest.gateway.session.SessionStore.Living;

/** All open sockets of this gateway, and the one tail that feeds them. */
@ApplicationScoped
public class LiveFeeds {
    private static final Logger LOG = Logger.getLogger(LiveFeeds.class);
    private static final String REVOKED = EventCatalogue.typeOf(SessionRevoked.class);
    private static final long OPENING_PATIENCE_MILLIS = 3_000;

    private final Vertx vertx;
    private final RedisLink redis;
    private final LiveConfig config;
    private final SessionStore sessions;
    private final Replay replay;
    private final Tail tail;
    private final Set<LiveSocket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean isLeaving;

    LiveFeeds(
            Vertx vertx,
            RedisLink redis,
            RedisLines lines,
            LiveConfig config,
            SessionStore sessions,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.redis = redis;
        this.config = config;
        this.sessions = sessions;
        this.replay = new Replay(redis, EventStream.ALL, config);
        this.tail = new Tail(vertx, lines.open(Tail.PATIENCE), EventStream.ALL, this::deliver, this::resyncAll);
        Gauge.builder("medianest.gateway.sockets", sockets, Set::size)
                .description("Open sockets of the live feed")
                .register(metrics);
    }

    void start(@Observes StartupEvent event) {
        tail.start();
        vertx.setPeriodic(config.recheck().toMillis(), id -> recheck());
    }

    /** At the first word of the end: whoever watches comes again, to another gateway, and hears what it missed. */
    void sendHome(@Observes ShutdownDelayInitiatedEvent event) {
        isLeaving = true;
        sockets.forEach(socket -> socket.close(Farewell.GOING_AWAY));
    }

    void stop(@Observes ShutdownEvent event) {
        tail.stop();
    }

    /** Opens a feed for a session; empty when it has ended. From the moment that this is called, nothing passes the socket by. */
    Future<Optional<LiveSocket>> open(LiveSocket.Wire wire, String sessionKey, Optional<String> since) {
        return tail.placed()
                .compose(placed -> sessions.look(sessionKey))
                .compose(session -> session.map(alive -> open(wire, sessionKey, alive, since))
                        .orElseGet(() -> Future.succeededFuture(Optional.empty())))
                .timeout(OPENING_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Whether somebody has as many sockets open as one person may have. */
    boolean isCrowded(String user) {
        return openSocketsOf(user) >= config.socketsPerUser();
    }

    long openSocketsOf(String user) {
        return sockets.stream().filter(socket -> socket.user().equals(user)).count();
    }

    private Future<Optional<LiveSocket>> open(
            LiveSocket.Wire wire, String sessionKey, Living session, Optional<String> since) {
        LiveSocket socket = new LiveSocket(
                wire, sockets::remove, sessionKey, session.id(), session.user(), session.permissions(), config.queue());
        sockets.add(socket);
        if (isLeaving) {
            socket.close(Farewell.GOING_AWAY);
            return Future.succeededFuture(Optional.of(socket));
        }
        // looked up again after the socket is listed: a session that ended in between is not missed
        return redis.batch(List.of(Request.cmd(Command.TIME), Request.cmd(Command.EXISTS, sessionKey)))
                .compose(answers -> {
                    if (Replies.number(answers.get(1)) == 0) {
                        socket.closed();
                        return Future.succeededFuture(Optional.<LiveSocket>empty());
                    }
                    EntryId now = now(
                            Replies.number(answers.get(0).get(0)),
                            Replies.number(answers.get(0).get(1)));
                    return replay.since(since, now).map(missed -> {
                        socket.begin(now, missed);
                        return Optional.of(socket);
                    });
                })
                .onFailure(away -> socket.closed());
    }

    private static EntryId now(long seconds, long micros) {
        return new EntryId(seconds * 1000 + micros / 1000, 0);
    }

    private void deliver(LiveMessage message) {
        sockets.forEach(socket -> socket.offer(message));
        if (message.type().equals(REVOKED)) {
            sockets.stream()
                    .filter(socket -> socket.sessionId().equals(message.subject()))
                    .forEach(socket -> socket.close(Farewell.SESSION_ENDED));
        }
    }

    private void resyncAll() {
        sockets.forEach(LiveSocket::resync);
    }

    private void recheck() {
        Map<String, List<LiveSocket>> bySession =
                sockets.stream().collect(Collectors.groupingBy(LiveSocket::sessionKey));
        bySession.forEach((key, open) -> sessions.look(key)
                .onSuccess(session -> open.forEach(socket -> session.ifPresentOrElse(
                        alive -> socket.permit(alive.permissions()), () -> socket.close(Farewell.SESSION_ENDED))))
                .onFailure(away -> LOG.debugf("sessions of sockets not rechecked cause=%s", away.getMessage())));
    }
}
