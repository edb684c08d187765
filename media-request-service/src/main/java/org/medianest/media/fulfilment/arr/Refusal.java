package org.medianest.media.fulfilment.arr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.medianest.media.fulfilment.Said;
import org.medianest.media.system.Answer;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;

/**
 * Why a title was not added. What its validators say is an array, every other error an object with a message, and says nothing about the
 * title.
 *
 * @param codes of the validators
 * @param message for people
 */
record Refusal(SystemKind kind, List<String> codes, String message) {
    private static final int LONGEST_MESSAGE = 400;

    static Refusal of(Answer answer) {
        SystemKind kind = answer.kind();
        List<JsonNode> errors = Said.list(kind, answer.json());
        List<String> codes = texts(errors, "errorCode");
        String message = String.join(" ", texts(errors, "errorMessage"));
        if (message.isBlank()) {
            throw new SystemDown(kind, kind.title() + " refuses it and does not say why.");
        }
        return new Refusal(kind, codes, message.substring(0, Math.min(LONGEST_MESSAGE, message.length())));
    }

    /** Somebody was quicker, perhaps we ourselves. */
    boolean isThereAlready() {
        return codes.contains("MovieExistsValidator") || codes.contains("SeriesExistsValidator");
    }

    String sentence() {
        return kind.title() + " does not take it: " + message;
    }

    private static List<String> texts(List<JsonNode> errors, String field) {
        return errors.stream()
                .map(error -> error.path(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .distinct()
                .toList();
    }
}
