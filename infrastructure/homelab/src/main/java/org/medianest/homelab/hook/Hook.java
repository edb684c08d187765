package org.medianest.homelab.hook;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;

/** A webhook that is to be sent. */
public record Hook(URI url, String method, Map<String, String> headers, JsonObject body) {
    public Hook {
        headers = Map.copyOf(headers);
    }
}
