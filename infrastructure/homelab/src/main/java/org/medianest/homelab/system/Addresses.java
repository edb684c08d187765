package org.medianest.homelab.system;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the systems listen. Known once the homelab has started, which is before any request. */
public final class Addresses {
    private static final String LOOPBACK = "127.0.0.1";

    private volatile String host = LOOPBACK;
    private final Map<SystemName, URI> urls = new ConcurrentHashMap<>();

    /** Before anything listens: the name under which other machines reach this one, on any of its interfaces. */
    public void reachedAs(String name) {
        host = name;
    }

    /** The interface to listen on. */
    public String bind() {
        return host.equals(LOOPBACK) ? LOOPBACK : "0.0.0.0";
    }

    public void listensAt(SystemName system, int port) {
        urls.put(system, URI.create("http://%s:%d".formatted(host, port)));
    }

    /** Of those that listen. */
    public Map<SystemName, URI> all() {
        return Map.copyOf(urls);
    }

    public URI url(SystemName system) {
        URI url = urls.get(system);
        if (url == null) {
            throw new IllegalStateException(system + " does not listen");
        }
        return url;
    }
}
