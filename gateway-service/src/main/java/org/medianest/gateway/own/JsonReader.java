package org.medianest.gateway.own;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import org.medianest.commons.problem.CommonProblem;

/** Reads bodies that are JSON. */
final class JsonReader implements BodyReader {
    private final ObjectMapper json;

    JsonReader(ObjectMapper json) {
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
}
