package org.medianest.commons.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import redis.embedded.RedisServer;

/** One Redis for all tests of a JVM, with the settings that we ask of a real one; it ends with the JVM. */
final class EmbeddedRedis {
    private static final String PORT = "medianest.test.redis.port";

    private EmbeddedRedis() {}

    static synchronized int port() {
        if (System.getProperty(PORT) == null) {
            System.setProperty(PORT, String.valueOf(start()));
        }
        return Integer.getInteger(PORT);
    }

    private static int start() {
        try {
            int port = freePort();
            RedisServer server = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("maxmemory-policy noeviction")
                    .setting("appendonly no")
                    .setting("save \"\"")
                    .build();
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return port;
        } catch (IOException broken) {
            throw new UncheckedIOException("Redis does not start", broken);
        }
    }

    private static void stop(RedisServer server) {
        try {
            server.stop();
        } catch (IOException alreadyGone) {
            throw new UncheckedIOException(alreadyGone);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
