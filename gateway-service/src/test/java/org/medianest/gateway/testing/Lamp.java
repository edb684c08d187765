package org.medianest.gateway.testing;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A system of others that answers with one status, and counts how often somebody follows where it sends them. */
public final class Lamp implements AutoCloseable {
    private final HttpServer server;
    private final AtomicInteger followed = new AtomicInteger();
    private volatile int status = 200;

    private Lamp(HttpServer server) {
        this.server = server;
    }

    public static Lamp start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
        Lamp lamp = new Lamp(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().equals("/elsewhere")) {
                lamp.followed.incrementAndGet();
            }
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(lamp.status, -1);
            exchange.close();
        });
        server.start();
        return lamp;
    }

    public Lamp show(int code) {
        status = code;
        return this;
    }

    public int followed() {
        return followed.get();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/ping";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
