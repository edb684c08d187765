package org.medianest.auth.plextv;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** Reads single fields of what plex.tv says. Some may be missing; what is there must be what it is said to be. */
final class Fields {
    private static final int LONGEST_NAME = 64;
    private static final Pattern WORD = Pattern.compile("[\\x21-\\x7e]{1,1024}");

    private Fields() {}

    /** A number that names something. */
    static long id(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.asLong() <= 0) {
            throw new PlexAway("answers without a usable " + field);
        }
        return value.asLong();
    }

    /** A name for people: bounded, on one line; empty when there is none. */
    static String name(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() ? name(value.asText()) : "";
    }

    static String name(String text) {
        String visible = text.replaceAll("[\\p{C}\\p{Z}]+", " ").strip();
        return visible.codePointCount(0, visible.length()) <= LONGEST_NAME
                ? visible
                : visible.substring(0, visible.offsetByCodePoints(0, LONGEST_NAME));
    }

    /** Empty when there is none. What is no text at all says nothing, not even that there is none. */
    static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isTextual() && !value.isNull() && !value.isMissingNode()) {
            throw new PlexAway("answers without a usable " + field);
        }
        return value.isTextual() ? value.asText() : "";
    }

    /** A word that may stand in a header or an address. */
    static String word(JsonNode object, String field) {
        JsonNode value = object.path(field);
        if (!value.isTextual() || !WORD.matcher(value.asText()).matches()) {
            throw new PlexAway("answers without a usable " + field);
        }
        return value.asText();
    }
}
