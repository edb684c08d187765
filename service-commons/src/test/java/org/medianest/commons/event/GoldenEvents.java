package org.medianest.commons.event;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Envelopes as they were once written, one a type. A new type adds its file; a file is never changed, because its like may still
 * lie in a stream or an outbox.
 */
final class GoldenEvents {
    private static final Path FOLDER = Path.of("src", "test", "resources", "events");
    private static final String SUFFIX = ".json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private GoldenEvents() {}

    static List<String> types() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(SUFFIX, ""))
                    .toList();
        }
    }

    /** A copy that a test may change. */
    static ObjectNode json(String type) {
        try {
            return (ObjectNode) JSON.readTree(FOLDER.resolve(type + SUFFIX).toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
