package org.medianest.local.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void reportIsWritten() {
        Json.Object json = Json.object()
                .put("name", "a \"b\"\\\n")
                .put("whole", 120)
                .put("part", 0.25)
                .put("inner", Json.object().put("list", Json.list(List.of(Json.number(100), Json.number(1.5)))));

        assertThat(json.write()).isEqualToIgnoringWhitespace("""
                        {"name": "a \\"b\\"\\\\\\n", "whole": 120, "part": 0.25, "inner": {"list": [100, 1.5]}}
                        """);
    }

    @Test
    void textOfAnAnswerIsFound() {
        String answer = "{\"id\": \"0198\", \"file\":{\"id\":\"other\"},\"state\":\"COMPLETED\"}";

        assertThat(Json.text(answer, "id")).contains("0198");
        assertThat(Json.text(answer, "state")).contains("COMPLETED");
        assertThat(Json.text(answer, "none")).isEmpty();
    }
}
