package org.medianest.commons.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import org.jboss.logging.Logger;

/**
 * Hears hints on a channel. A hint may be lost, and all are while the connection is down: whoever listens must come to the same by
 * looking now and then.
 */
public final class RedisHints implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RedisHints.class);
    private static final long PAUSE_MILLIS = 1_000;

    private final Vertx vertx;
    private final Redis client;
    private final String channel;
    private final Runnable onHint;
    private volatile boolean closed;

    /** @param onHint is run on an event loop, so it must be quick */
    RedisHints(Vertx vertx, String redisUrl, String channel, Runnable onHint) {
        this.vertx = vertx;
        this.channel = channel;
        this.onHint = onHint;
        this.client = Redis.createClient(
                vertx,
                new RedisOptions()
                        .setConnectionString(redisUrl)
                        .setProtocolNegotiation(false)
                        .setMaxPoolSize(1)
                        .setNetClientOptions(new NetClientOptions()
                                .setConnectTimeout((int) PAUSE_MILLIS)
                                .setReconnectAttempts(0)
                                .setTcpKeepAlive(true)));
        listen();
    }

    private void listen() {
        if (!closed) {
            client.connect().compose(this::subscribe).onFailure(this::listenLater);
        }
    }

    private Future<Void> subscribe(RedisConnection connection) {
        connection.handler(push -> {
            if ("message".equals(String.valueOf(push.get(0)))) {
                onHint.run();
            }
        });
        connection.exceptionHandler(broken -> LOG.debugf("hints of %s: %s", channel, broken));
        connection.endHandler(end -> listenLater(new IllegalStateException("the connection has ended")));
        return connection.send(Request.cmd(Command.SUBSCRIBE).arg(channel)).mapEmpty();
    }

    private void listenLater(Throwable away) {
        LOG.debugf("no hints of %s for the moment: %s", channel, away);
        vertx.setTimer(PAUSE_MILLIS, again -> listen());
    }

    @Override
    public void close() {
        closed = true;
        client.close();
    }
}
