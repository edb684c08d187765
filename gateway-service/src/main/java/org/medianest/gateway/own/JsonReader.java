package org.medianest.gateway.own;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import org.medianest.commons.problem.CommonProblem;

/** Bodies, in and out. */
final class Json implements BodyReader {
    private final ObjectMapper json;

    Json(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public <T> T read(Buffer body, Class<T> type) {
        try {
            T value = json.readerFor(type)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(body.getBytes());
            if (value == null) {
                throw CommonProblem.MALFORMED_JSON.because("The body is empty.");
            }
            return value;
        } catch (UnrecognizedPropertyException unknown) {
            throw CommonProblem.UNKNOWN_FIELD.because("There is no field " + unknown.getPropertyName() + " here.");
        } catch (IOException malformed) {
            // the parser quotes what it read, and that may be a password
            throw CommonProblem.MALFORMED_JSON.because(
                    "The body cannot be read. Send it as this address describes it.");
        }
    }

    Buffer write(Object body) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(body));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what we answer is always JSON", impossible);
        }
    }
}
