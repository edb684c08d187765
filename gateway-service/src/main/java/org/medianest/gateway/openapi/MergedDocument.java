package org.medianest.gateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The OpenAPI documents of services as one. What two of them describe in the same words is there once; what they describe under one name
 * and mean differently gets the name of the later service in front.
 */
final class MergedDocument {
    private final ObjectNode root = JsonNodeFactory.instance.objectNode();
    private final ArrayNode tags;
    private final ObjectNode paths;
    private final ObjectNode components;

    MergedDocument() {
        root.put("openapi", "3.1.0");
        root.putObject("info")
                .put("title", "MediaNest")
                .put("version", "1")
                .put("description", "All that is served under this address.");
        root.putArray("servers").addObject().put("url", "/");
        tags = root.putArray("tags");
        paths = root.putObject("paths");
        components = root.putObject("components");
    }

    /**
     * @param service its name, such as {@code gateway-service}
     * @throws IllegalStateException when it serves an address that another one serves
     */
    MergedDocument add(String service, JsonNode document) {
        Map<String, String> renamed = new HashMap<>();
        document.path("components")
                .forEachEntry((kind, entries) -> entries.forEachEntry((name, entry) -> {
                    JsonNode known = components.path(kind).path(name);
                    if (!known.isMissingNode() && !known.equals(entry)) {
                        String pointer = "#/components/" + kind + "/";
                        renamed.put(pointer + name, pointer + prefix(service) + name);
                    }
                }));
        document.path("components")
                .forEachEntry((kind, entries) -> entries.forEachEntry((name, entry) -> {
                    ObjectNode all = components.withObjectProperty(kind);
                    String pointer = "#/components/" + kind + "/" + name;
                    String itsName = renamed.containsKey(pointer) ? prefix(service) + name : name;
                    all.set(itsName, pointed(entry, renamed));
                }));
        document.path("paths").forEachEntry((path, operations) -> {
            if (paths.has(path)) {
                throw new IllegalStateException(service + " is not the only one that serves " + path);
            }
            paths.set(path, pointed(operations, renamed));
        });
        document.path("tags").forEach(tags::add);
        return this;
    }

    JsonNode root() {
        return root;
    }

    /** With every reference to what has another name now leading there. */
    private static JsonNode pointed(JsonNode node, Map<String, String> renamed) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.forEachEntry((name, value) -> copy.set(name, pointed(value, renamed)));
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode();
                array.forEach(value -> copy.add(pointed(value, renamed)));
                yield copy;
            }
            case TextNode text -> TextNode.valueOf(renamed.getOrDefault(text.asText(), text.asText()));
            default -> node;
        };
    }

    /** {@code MediaRequest} of {@code media-request-service}. */
    private static String prefix(String service) {
        return Arrays.stream(service.replace("-service", "").split("-"))
                .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                .collect(Collectors.joining());
    }
}
