package org.medianest.downloads.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Understands the lines that {@link YtDlp} asks for. What cannot be understood is only words: a line never ends a download. */
final class LineParser {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MARK = 3;

    private LineParser() {}

    static Said parse(String line) {
        if (line.length() > MARK && line.charAt(MARK) == ' ') {
            String mark = line.substring(0, MARK);
            return json(line.substring(MARK + 1))
                    .map(said -> marked(mark, said))
                    .orElseGet(() -> new Said.Words(line));
        }
        return new Said.Words(line);
    }

    private static @Nullable Said marked(String mark, JsonNode said) {
        return switch (mark) {
            case "MNP" ->
                new Said.Announced(
                        Said.text(said, "live_status"), said.path("is_live").asBoolean());
            case "MN0" -> chosen(said);
            case "MN1" -> progressed(said.path("i"), said.path("p"));
            case "MN2" ->
                new Said.Processing(said.path("postprocessor").asText(), "started".equals(Said.text(said, "status")));
            case "MN3" -> new Said.Moved(said.path("filepath").asText(), Said.real(said, "duration"));
            default -> null;
        };
    }

    private static Said chosen(JsonNode said) {
        Long exact = Said.whole(said, "filesize");
        return new Said.Chosen(
                Said.text(said, "title"),
                Said.text(said, "uploader"),
                Said.real(said, "duration"),
                Said.text(said, "format_id"),
                exact == null ? Said.whole(said, "filesize_approx") : exact);
    }

    private static Said progressed(JsonNode info, JsonNode progress) {
        Long downloaded = Said.whole(progress, "downloaded_bytes");
        Long exact = Said.whole(progress, "total_bytes");
        return new Said.Progressed(
                Said.text(info, "format_id"),
                "finished".equals(Said.text(progress, "status")),
                downloaded == null ? 0 : downloaded,
                exact == null ? Said.whole(progress, "total_bytes_estimate") : exact,
                Said.whole(progress, "fragment_index"),
                Said.whole(progress, "fragment_count"));
    }

    private static Optional<JsonNode> json(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text)).filter(JsonNode::isObject);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }
}
