package org.medianest.commons.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** A Redis with the settings that we ask of a real one; it ends with the JVM, or sooner. */
public final class EmbeddedRedis implements AutoCloseable {
    private static final String SHARED = "medianest.test.redis.port";

    private final RedisServer server;
    private final int port;

    private EmbeddedRedis(RedisServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /** The one that all tests of a JVM share: a system property, because Quarkus loads classes more than once. */
    static synchronized int sharedPort() {
        if (System.getProperty(SHARED) == null) {
            System.setProperty(SHARED, String.valueOf(startWithUsers().port()));
        }
        return Integer.getInteger(SHARED);
    }

    private static EmbeddedRedis startWithUsers() {
        try {
            return start("aclfile " + RedisAcl.write(Files.createTempDirectory("redis-users")));
        } catch (IOException broken) {
            throw new UncheckedIOException("The users of Redis cannot be written", broken);
        }
    }

    /** One more, empty; what is set here wins over what we ask of others. */
    public static EmbeddedRedis start(String... settings) {
        try {
            int port = freePort();
            RedisServerBuilder builder = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("dir " + Files.createTempDirectory("redis"))
                    .setting("maxmemory-policy noeviction")
                    .setting("appendonly yes")
                    .setting("save \"\"");
            for (String setting : settings) {
                builder.setting(setting);
            }
            EmbeddedRedis started = new EmbeddedRedis(builder.build(), port);
            started.server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
            return started;
        } catch (IOException broken) {
            throw new UncheckedIOException("Redis does not start", broken);
        }
    }

    public int port() {
        return port;
    }

    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    @Override
    public void close() {
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
