package org.medianest.gateway.own;

import io.vertx.core.buffer.Buffer;

/** Reads a body as what it must be, or fails with a problem. */
public interface BodyReader {
    <T> T read(Buffer body, Class<T> type);
}
