package org.medianest.gateway.own;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.Map;
import java.util.Optional;

/**
 * A request that may be answered.
 *
 * @param user who asks
 * @param parameters of the path, by name
 */
public record Call(String user, Map<String, String> parameters, MultiMap query, Buffer body, BodyReader reader) {
    /** A part of the path that the route names. */
    public String parameter(String name) {
        String value = parameters.get(name);
        if (value == null) {
            throw new IllegalStateException("the route names no " + name);
        }
        return value;
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** The body as what it must be; fails with a problem when it is something else. */
    public <T> T bodyAs(Class<T> type) {
        return reader.read(body, type);
    }
}
