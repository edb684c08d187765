package org.medianest.media.shelving;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import java.text.Normalizer;
import java.util.Optional;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;

/**
 * The section of the Plex server that downloads are in.
 *
 * @param key of the section
 * @param itemType Plex' number for what is in it
 * @param root the library of downloads as Plex sees it, without a slash at the end
 */
record Shelf(String key, int itemType, String root) {

    /** Which section the admin has chosen; empty while none is. */
    static Optional<String> chosen(JsonObject options) {
        return text(options, "downloadsSection");
    }

    /** @param section as Plex describes it */
    static Shelf of(JsonObject options, JsonNode section) {
        String root = text(options, "downloadsPathPlex")
                .or(() -> text(options, "downloadsPathHere"))
                .or(() -> Optional.of(
                                section.path("Location").path(0).path("path").asText(""))
                        .filter(path -> !path.isBlank()))
                .orElseThrow(() -> new SystemDown(
                        SystemKind.PLEX,
                        "It is not known under which path Plex sees the downloads. Set it in the settings of Plex."));
        return new Shelf(
                section.path("key").asText(), itemType(section.path("type").asText("")), withoutSlash(root));
    }

    /** A path of the library of downloads as Plex sees it; on Windows it has another slash. */
    String there(String path) {
        String whole = path.isEmpty() ? root : root + "/" + path;
        return root.contains("\\") ? whole.replace('/', '\\') : whole;
    }

    /** The same letters may be written in two ways, and file systems differ in that. */
    static String comparable(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    private static int itemType(String sectionType) {
        return switch (sectionType) {
            case "movie" -> 1;
            case "show" -> 4;
            case "artist" -> 10;
            default ->
                throw new SystemDown(
                        SystemKind.PLEX,
                        "The section that is chosen for downloads cannot hold videos. Choose another in the settings.");
        };
    }

    private static Optional<String> text(JsonObject options, String name) {
        return options.getValue(name) instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    private static String withoutSlash(String path) {
        return path.length() > 1 && (path.endsWith("/") || path.endsWith("\\"))
                ? path.substring(0, path.length() - 1)
                : path;
    }
}
