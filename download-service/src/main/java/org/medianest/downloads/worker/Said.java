package org.medianest.downloads.worker;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** One thing that yt-dlp says while it works. */
sealed interface Said {
    /** MNP: what the link leads to. Also said of what is then passed over. */
    record Announced(@Nullable String liveStatus, boolean live) implements Said {}

    /** MN0: what is about to be fetched. */
    record Chosen(
            @Nullable String title,
            @Nullable String uploader,
            @Nullable Double duration,
            @Nullable String formatId,
            @Nullable Long bytes)
            implements Said {}

    /**
     * MN1: bytes of one stream. Video, audio and every subtitle are streams of their own, and each one finishes.
     *
     * @param format null for what is neither video nor audio
     */
    record Progressed(
            @Nullable String format,
            boolean finished,
            long downloaded,
            @Nullable Long total,
            @Nullable Long fragment,
            @Nullable Long fragments)
            implements Said {}

    /** MN2: a step of the work on the file. */
    record Processing(String step, boolean started) implements Said {}

    /** MN3: the file is in its folder, under this name. */
    record Moved(String file, @Nullable Double duration) implements Said {}

    /** Anything else. */
    record Words(String text) implements Said {}

    static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? value.textValue() : null;
    }

    static @Nullable Double real(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNumber() ? (Double) value.doubleValue() : null;
    }

    static @Nullable Long whole(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNumber() ? (Long) value.longValue() : null;
    }
}
