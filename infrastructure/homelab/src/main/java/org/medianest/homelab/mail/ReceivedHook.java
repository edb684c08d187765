package org.medianest.homelab.mail;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Map;

/**
 * A webhook that came.
 *
 * @param headers with names in small letters; the last of a name
 */
public record ReceivedHook(int id, Instant at, String method, String path, Map<String, String> headers, String body) {
    public ReceivedHook {
        headers = Map.copyOf(headers);
    }

    /** @throws io.vertx.core.json.DecodeException if it is not JSON */
    public JsonObject json() {
        return new JsonObject(body);
    }
}
