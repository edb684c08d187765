package org.medianest.gateway.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the built web UI, listed once at start. A request is answered from this list and never from the disk's idea of a
 * path, so that nothing outside of the folder, no dot file and no symbolic link can be asked for.
 */
final class WebFiles {
    private static final String INDEX = "/index.html";
    private static final Map<String, String> MEDIA_TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("avif", "image/avif"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"),
            Map.entry("txt", "text/plain; charset=utf-8"));

    private final Map<String, WebFile> byPath;

    private WebFiles(Map<String, WebFile> byPath) {
        this.byPath = byPath;
    }

    /**
     * One file.
     *
     * @param packed the same, compressed, when the build left one beside it
     */
    record WebFile(Content plain, @Nullable Content packed, String mediaType, String hash, boolean isForEver) {}

    /** Bytes on the disk. */
    record Content(String file, long bytes) {
        static Content of(Path file) {
            try {
                return new Content(file.toString(), Files.size(file));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    static WebFiles none() {
        return new WebFiles(Map.of());
    }

    static WebFiles in(Path root) {
        try (Stream<Path> tree = Files.walk(root)) {
            Map<String, WebFile> files = new HashMap<>();
            tree.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> isPublic(root.relativize(file)))
                    .forEach(file -> files.put("/" + slashed(root.relativize(file)), describe(root, file)));
            return new WebFiles(Map.copyOf(files));
        } catch (IOException broken) {
            throw new UncheckedIOException("the web UI cannot be read", broken);
        }
    }

    Optional<WebFile> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    Optional<WebFile> index() {
        return at(INDEX);
    }

    private static boolean isPublic(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return false;
            }
        }
        return !relative.toString().endsWith(".gz") && !relative.toString().endsWith(".map");
    }

    private static WebFile describe(Path root, Path file) {
        Path packed = file.resolveSibling(file.getFileName() + ".gz");
        String name = String.valueOf(file.getFileName());
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return new WebFile(
                Content.of(file),
                Files.isRegularFile(packed, LinkOption.NOFOLLOW_LINKS) ? Content.of(packed) : null,
                MEDIA_TYPES.getOrDefault(extension, "application/octet-stream"),
                hash(file),
                slashed(root.relativize(file)).startsWith("assets/"));
    }

    private static String slashed(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    private static String hash(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest, 0, 10);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
