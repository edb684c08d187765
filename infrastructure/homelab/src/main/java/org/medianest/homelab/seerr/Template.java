package org.medianest.homelab.seerr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The webhook's JSON with its variables. Like the original it fills in only the first of a variable in a text, and all that it fills in
 * are texts.
 */
final class Template {
    /** What an admin finds who has not changed it. */
    static final String DEFAULT = """
            {
                "notification_type": "{{notification_type}}",
                "event": "{{event}}",
                "subject": "{{subject}}",
                "message": "{{message}}",
                "image": "{{image}}",
                "{{media}}": {
                    "media_type": "{{media_type}}",
                    "tmdbId": "{{media_tmdbid}}",
                    "tvdbId": "{{media_tvdbid}}",
                    "status": "{{media_status}}",
                    "status4k": "{{media_status4k}}"
                },
                "{{request}}": {
                    "request_id": "{{request_id}}",
                    "requestedBy_email": "{{requestedBy_email}}",
                    "requestedBy_username": "{{requestedBy_username}}",
                    "requestedBy_avatar": "{{requestedBy_avatar}}",
                    "requestedBy_settings_discordId": "{{requestedBy_settings_discordId}}",
                    "requestedBy_settings_telegramChatId": "{{requestedBy_settings_telegramChatId}}"
                },
                "{{issue}}": {
                    "issue_id": "{{issue_id}}",
                    "issue_type": "{{issue_type}}",
                    "issue_status": "{{issue_status}}",
                    "reportedBy_email": "{{reportedBy_email}}",
                    "reportedBy_username": "{{reportedBy_username}}",
                    "reportedBy_avatar": "{{reportedBy_avatar}}"
                },
                "{{comment}}": {
                    "comment_message": "{{comment_message}}",
                    "commentedBy_email": "{{commentedBy_email}}",
                    "commentedBy_username": "{{commentedBy_username}}",
                    "commentedBy_avatar": "{{commentedBy_avatar}}"
                },
                "{{extra}}": []
            }
            """;

    private static final Set<String> BLOCKS = Set.of("media", "request", "issue", "comment");
    private static final List<String> VARIABLES = List.of(
            "notification_type",
            "event",
            "subject",
            "message",
            "image",
            "media_tmdbid",
            "media_tvdbid",
            "media_type",
            "media_status4k",
            "media_status",
            "request_id",
            "requestedBy_username",
            "requestedBy_email",
            "requestedBy_avatar",
            "requestedBy_settings_discordId",
            "requestedBy_settings_telegramChatId");

    private Template() {}

    /**
     * @param blocks which of media, request, issue and comment there are; the others are null
     * @param extra pairs of name and value
     */
    static JsonObject fill(JsonObject template, Map<String, String> values, Set<String> blocks, JsonArray extra) {
        JsonObject filled = new JsonObject();
        template.forEach(entry -> {
            String key = entry.getKey();
            String block = key.startsWith("{{") && key.endsWith("}}") ? key.substring(2, key.length() - 2) : "";
            if (block.equals("extra")) {
                filled.put("extra", extra);
            } else if (BLOCKS.contains(block)) {
                filled.put(
                        block,
                        blocks.contains(block) && entry.getValue() instanceof JsonObject inner
                                ? fill(inner, values, blocks, extra)
                                : null);
            } else {
                filled.put(key, value(entry.getValue(), values, blocks, extra));
            }
        });
        return filled;
    }

    private static Object value(Object value, Map<String, String> values, Set<String> blocks, JsonArray extra) {
        return switch (value) {
            case String text -> fill(text, values);
            case JsonObject inner -> fill(inner, values, blocks, extra);
            default -> value;
        };
    }

    private static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (String variable : VARIABLES) {
            String placeholder = "{{" + variable + "}}";
            int at = filled.indexOf(placeholder);
            if (at >= 0) {
                filled = filled.substring(0, at)
                        + values.getOrDefault(variable, "")
                        + filled.substring(at + placeholder.length());
            }
        }
        // What belongs to blocks that are not there is never sent; other unknown ones stay as they are.
        return filled;
    }
}
