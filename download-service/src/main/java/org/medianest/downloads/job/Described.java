package org.medianest.downloads.job;

import org.jspecify.annotations.Nullable;

/** What a site says of a video. Strangers' words: cut to size and free of characters that hide or cannot be stored. */
public record Described(
        @Nullable String title,
        @Nullable String uploader,
        @Nullable Double durationSeconds,
        boolean hasThumbnail) {
    private static final int MAX_LENGTH = 300;

    public Described {
        title = clean(title);
        uploader = clean(uploader);
        durationSeconds = durationSeconds != null && Double.isFinite(durationSeconds) && durationSeconds > 0
                ? durationSeconds
                : null;
    }

    private static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String visible = text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]", " ")
                .replaceAll("[\\p{Cs}\\p{Co}\\p{Cn}\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\uFEFF]", "")
                .replaceAll("\\s+", " ")
                .strip();
        int end = visible.offsetByCodePoints(0, Math.min(MAX_LENGTH, visible.codePointCount(0, visible.length())));
        return visible.isEmpty() ? null : visible.substring(0, end);
    }
}
