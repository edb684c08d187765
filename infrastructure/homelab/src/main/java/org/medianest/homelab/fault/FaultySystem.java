package org.medianest.homelab.fault;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.medianest.homelab.system.Messages;
import org.medianest.homelab.system.Reply;
import org.medianest.homelab.system.StandIn;
import org.medianest.homelab.system.SystemName;

/** Stands before the routes of one system and does what its fault says. */
public final class FaultySystem {
    private static final int DRIP = 16;

    private final StandIn system;
    private final SystemName name;
    private final Faults faults;
    private final Vertx vertx;
    private final Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();

    public FaultySystem(StandIn system, Faults faults, Vertx vertx) {
        this.system = system;
        this.name = system.name();
        this.faults = faults;
        this.vertx = vertx;
    }

    /** Watches the connections, so that a system that goes down takes its open ones with it. */
    public void watch(HttpServer server) {
        server.connectionHandler(connection -> {
            connections.add(connection);
            connection.closeHandler(closed -> connections.remove(connection));
            if (faults.isDown(name)) {
                connection.close();
            }
        });
        faults.onSet(changed -> {
            if (changed == name && faults.isDown(name)) {
                connections.forEach(HttpConnection::close);
            }
        });
    }

    /** The first handler of the system's router. */
    public void handle(RoutingContext context) {
        faults.meet(name, context.normalizedPath()).ifPresentOrElse(fault -> apply(fault, context), context::next);
    }

    private void apply(Fault fault, RoutingContext context) {
        SpoiltMessages.by(fault, vertx).ifPresent(spoilt -> Messages.spoilBy(context, spoilt));
        switch (fault) {
            case Fault.Latency(Duration delay, Duration jitter) -> later(delay, jitter, context);
            case Fault.Status(int code, int retryAfter) -> status(code, retryAfter, context);
            case Fault.Dropped() -> context.request().connection().close();
            case Fault.Down() -> context.request().connection().close();
            case Fault.HalfOpen() -> {}
            case Fault.Truncated() -> spoil(context, FaultySystem::truncate);
            case Fault.Garbage() ->
                spoil(context, (c, type, body) -> end(c, type, Buffer.buffer("{\"<html>\u0000 }]\n502 Bad Gateway")));
            case Fault.WrongTypes() -> spoil(context, (c, type, body) -> end(c, type, WrongTypes.in(type, body)));
            case Fault.SlowDrip(Duration pause) ->
                spoil(context, (c, type, body) -> drip(c, pause, whole(c, type, body), 0));
        }
    }

    private void later(Duration delay, Duration jitter, RoutingContext context) {
        long millis = delay.toMillis() + ThreadLocalRandom.current().nextLong(jitter.toMillis() + 1);
        if (millis == 0) {
            context.next();
            return;
        }
        context.request().pause();
        vertx.setTimer(millis, id -> {
            context.next();
            context.request().resume();
        });
    }

    private void status(int code, int retryAfter, RoutingContext context) {
        if (retryAfter > 0) {
            context.response().putHeader("Retry-After", Integer.toString(retryAfter));
        }
        system.fail(context, code);
    }

    private static void spoil(RoutingContext context, Reply.Spoiler spoiler) {
        Reply.spoilBy(context, spoiler);
        context.next();
    }

    private static void truncate(RoutingContext context, String contentType, Buffer body) {
        whole(context, contentType, body);
        context.response()
                .write(body.slice(0, body.length() / 2))
                .onComplete(written -> context.request().connection().close());
    }

    /** Promises the whole body. */
    private static Buffer whole(RoutingContext context, String contentType, Buffer body) {
        context.response()
                .putHeader("Content-Type", contentType)
                .putHeader("Content-Length", Integer.toString(body.length()));
        return body;
    }

    private void drip(RoutingContext context, Duration pause, Buffer body, int from) {
        if (context.response().closed()) {
            return;
        }
        int to = Math.min(body.length(), from + DRIP);
        if (to == body.length()) {
            context.response().end(body.slice(from, to));
            return;
        }
        context.response().write(body.slice(from, to));
        vertx.setTimer(Math.max(1, pause.toMillis()), id -> drip(context, pause, body, to));
    }

    private static void end(RoutingContext context, String contentType, Buffer body) {
        context.response().putHeader("Content-Type", contentType).end(body);
    }
}
