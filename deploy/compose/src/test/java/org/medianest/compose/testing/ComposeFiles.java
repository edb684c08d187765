package org.medianest.compose.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Files of deploy/compose, laid over each other as Compose does; variables stay as they are written. */
public record ComposeFiles(List<String> names, JsonNode merged) {
    public static final String BASE = "compose.yaml";

    /** The four that are ours. */
    public static final Set<String> OURS =
            Set.of("gateway-service", "auth-service", "media-request-service", "download-service");

    private static final ObjectMapper JSON = new ObjectMapper();
    /** What a later file says instead of, and not besides, an earlier one. */
    private static final Set<String> REPLACED = Set.of("command", "entrypoint", "test");

    public static ComposeFiles of(String... overlays) {
        List<String> names = Stream.concat(Stream.of(BASE), Stream.of(overlays)).toList();
        JsonNode merged = names.stream()
                .map(ComposeFiles::read)
                .reduce((below, above) -> merge("", below, above))
                .orElseThrow();
        return new ComposeFiles(names, merged);
    }

    /** Every set of files that is meant to be run. */
    public static Stream<ComposeFiles> all() {
        return Stream.of(
                of(),
                of("compose.prod.yaml"),
                of("compose.prod.yaml", "compose.mail.yaml"),
                of("compose.build.yaml", "compose.dev.yaml"),
                of("compose.build.yaml", "compose.test.yaml"));
    }

    public Map<String, JsonNode> services() {
        return section("services");
    }

    public JsonNode service(String name) {
        return merged.path("services").path(name);
    }

    /** A size such as {@code mem_limit} of a service, which is written in mebibytes; 0 when it is not there. */
    public static int mebibytes(JsonNode service, String limit) {
        return Integer.parseInt(service.path(limit).asText("0m").replace("m", ""));
    }

    /** A section such as networks, by name. */
    public Map<String, JsonNode> section(String name) {
        Map<String, JsonNode> entries = new TreeMap<>();
        merged.path(name).properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }

    /** The texts of a list, or the names of a map: Compose allows both in many places. */
    public static List<String> texts(JsonNode node) {
        if (node.isObject()) {
            return node.propertyStream().map(Map.Entry::getKey).toList();
        }
        return StreamSupport.stream(node.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    public static JsonNode read(String name) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(500);
        Object yaml = new Yaml(new SafeConstructor(options)).load(Repository.text("deploy/compose/" + name));
        return JSON.valueToTree(yaml);
    }

    @Override
    public String toString() {
        return String.join(" ", names);
    }

    private static JsonNode merge(String key, JsonNode below, JsonNode above) {
        if (below instanceof ObjectNode lower && above instanceof ObjectNode upper) {
            ObjectNode both = lower.deepCopy();
            upper.properties().forEach(entry -> {
                JsonNode earlier = both.get(entry.getKey());
                both.set(
                        entry.getKey(),
                        earlier == null ? entry.getValue() : merge(entry.getKey(), earlier, entry.getValue()));
            });
            return both;
        }
        if (below instanceof ArrayNode first && above instanceof ArrayNode second && !REPLACED.contains(key)) {
            return first.deepCopy().addAll(second);
        }
        return above;
    }
}
