package org.medianest.media.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;

/**
 * What a system answered. It may be anything: what is read from it must bear missing fields and fields of other types.
 *
 * @param status below 500, and neither 401, 403, 429, 498 nor a redirect: those are failures
 */
public record Answer(SystemKind kind, int status, MultiMap headers, Buffer body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public boolean isOk() {
        return status >= 200 && status < 300;
    }

    /** This answer, if it is one of success. */
    public Answer ok() {
        if (isOk()) {
            return this;
        }
        throw new SystemDown(kind, kind.title() + " does not do what it was asked for (status " + status + ").");
    }

    /** Its body, a JSON object or array. */
    public JsonNode json() {
        try {
            JsonNode json = JSON.readTree(body.getBytes());
            if (json.isContainerNode()) {
                return json;
            }
        } catch (IOException notJson) {
            throw SystemDown.unintelligible(kind, notJson);
        }
        throw SystemDown.unintelligible(kind, null);
    }
}
