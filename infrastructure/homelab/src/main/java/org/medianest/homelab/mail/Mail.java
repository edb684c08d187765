package org.medianest.homelab.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A mail that came.
 *
 * @param from who the envelope says sent it
 * @param to who the envelope says is to get it
 * @param headers with names in small letters, unfolded and decoded; the last of a name
 * @param parts its texts by content type; one unless it is a multipart
 * @param source all of it as it came
 */
public record Mail(
        int id,
        Instant at,
        String from,
        List<String> to,
        Map<String, String> headers,
        List<Part> parts,
        String source) {
    /** @param contentType without parameters, in small letters */
    public record Part(String contentType, String text) {}

    public Mail {
        to = List.copyOf(to);
        headers = Map.copyOf(headers);
        parts = List.copyOf(parts);
    }

    public String subject() {
        return headers.getOrDefault("subject", "");
    }

    /** Its plain text; empty if it has none. */
    public String text() {
        return partOf("text/plain");
    }

    public String html() {
        return partOf("text/html");
    }

    private String partOf(String contentType) {
        return parts.stream()
                .filter(part -> part.contentType().equals(contentType))
                .map(Part::text)
                .findFirst()
                .orElse("");
    }
}
