package org.medianest.downloads.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of file that are kept. A remote server has a say in the extension of what is downloaded, so anything that is not here
 * is refused.
 */
public enum MediaType {
    MP4("video/mp4"),
    MKV("video/x-matroska"),
    WEBM("video/webm"),
    M4A("audio/mp4"),
    MP3("audio/mpeg"),
    OPUS("audio/ogg"),
    OGG("audio/ogg"),
    FLAC("audio/flac"),
    WAV("audio/wav");

    private final String contentType;

    MediaType(String contentType) {
        this.contentType = contentType;
    }

    public static Optional<MediaType> ofFile(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(type -> type.name().equals(extension))
                .findFirst();
    }

    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String contentType() {
        return contentType;
    }
}
