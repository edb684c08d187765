package org.medianest.media.system;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.http.HttpMethod;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a system.
 *
 * @param path below the address of the system, with a slash at the start, its segments encoded
 * @param headers beside those that every call has: the key, and that JSON is wanted
 * @param limit the longest answer that is read, in bytes
 */
public record Call(
        HttpMethod method,
        String path,
        Query query,
        Map<String, String> headers,
        @Nullable JsonNode body,
        int limit) {
    private static final int USUAL_LIMIT = 4 * 1024 * 1024;

    public Call {
        headers = Map.copyOf(headers);
    }

    public static Call get(String path, Query query) {
        return of(HttpMethod.GET, path, query, null);
    }

    public static Call post(String path, Query query, @Nullable JsonNode body) {
        return of(HttpMethod.POST, path, query, body);
    }

    public static Call put(String path, Query query, @Nullable JsonNode body) {
        return of(HttpMethod.PUT, path, query, body);
    }

    public static Call delete(String path, Query query) {
        return of(HttpMethod.DELETE, path, query, null);
    }

    private static Call of(HttpMethod method, String path, Query query, @Nullable JsonNode body) {
        return new Call(method, path, query, Map.of(), body, USUAL_LIMIT);
    }

    /** The same call with one header more. */
    public Call with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Call(method, path, query, more, body, limit);
    }

    /** The same call, for answers of another length. */
    public Call upTo(int bytes) {
        return new Call(method, path, query, headers, body, bytes);
    }
}
