package org.medianest.homelab.system;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Where the systems listen. Known once the homelab has started, which is before any request. */
public final class Addresses {
    private static final String HOST = "127.0.0.1";

    private final Map<SystemName, URI> urls = new ConcurrentHashMap<>();

    public void listensAt(SystemName system, int port) {
        urls.put(system, URI.create("http://%s:%d".formatted(HOST, port)));
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
