package org.medianest.commons.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.DownloadEvent.DownloadCompleted;

class RecordSchemaTest {
    private final RecordSchema schemas = new RecordSchema(DocComments.ofPackage("org.medianest.commons.event"));

    RecordSchemaTest() throws IOException {}

    enum Colour {
        RED,
        GREEN
    }

    record Inner(boolean flag) {}

    record Everything(
            UUID id,
            Instant at,
            int count,
            @Nullable Double share,
            Colour colour,
            @Nullable Colour other,
            List<Inner> inners,
            @Nullable Inner inner) {}

    @Test
    void componentsAreProperties() throws JsonProcessingException {
        assertThat(schemas.of(Everything.class)).isEqualTo(new ObjectMapper().readTree("""
                {"type": "object",
                 "required": ["id", "at", "count", "colour", "inners"],
                 "properties": {
                   "id": {"type": "string", "format": "uuid"},
                   "at": {"type": "string", "format": "date-time"},
                   "count": {"type": "integer", "format": "int32"},
                   "share": {"type": ["number", "null"], "format": "double"},
                   "colour": {"type": "string", "enum": ["RED", "GREEN"]},
                   "other": {"type": ["string", "null"], "enum": ["RED", "GREEN", null]},
                   "inners": {"type": "array", "items": {
                     "type": "object", "required": ["flag"], "properties": {"flag": {"type": "boolean"}}}},
                   "inner": {
                     "type": ["object", "null"], "required": ["flag"], "properties": {"flag": {"type": "boolean"}}}}}"""));
    }

    @Test
    void docCommentsAreDescriptions() {
        assertThat(schemas.of(DownloadCompleted.class).at("/description").asText())
                .isEqualTo("The file is in the library.");
        assertThat(schemas.of(DownloadCompleted.class)
                        .at("/properties/path/description")
                        .asText())
                .isEqualTo("relative to the library, with forward slashes");
    }

    @Test
    void typeThatItDoesNotKnowIsRefused() {
        record Odd(Map<String, String> map) {}

        assertThatThrownBy(() -> schemas.of(Odd.class)).hasMessageContaining("Map");
    }
}
