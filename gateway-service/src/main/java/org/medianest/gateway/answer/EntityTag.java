package org.medianest.gateway.answer;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;

/**
 * Names a state of what stands at an address.
 *
 * @param text with its quotes
 */
public record EntityTag(String text) {
    public static EntityTag of(String name) {
        return new EntityTag("\"" + name + "\"");
    }

    /** Whether the client has this state already. A proxy that compresses makes the tag a weak one. */
    public boolean isKnownTo(HttpServerRequest request) {
        String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null
                && Arrays.stream(known.split(","))
                        .map(tag -> tag.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag -> tag.equals(text) || tag.equals("*"));
    }
}
