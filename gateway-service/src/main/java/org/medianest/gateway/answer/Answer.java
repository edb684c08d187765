package org.medianest.gateway.answer;

import org.jspecify.annotations.Nullable;

/** What is answered: a status, and what becomes the JSON of the body. */
public record Answer(int status, @Nullable Object body) {
    public static Answer ok(Object body) {
        return new Answer(200, body);
    }

    public static Answer empty() {
        return new Answer(204, null);
    }
}
