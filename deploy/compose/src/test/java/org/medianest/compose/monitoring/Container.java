package org.medianest.compose.monitoring;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.medianest.compose.testing.Repository;

/** What compose.monitoring.yaml says to a container. */
record Container(List<String> command, Map<String, String> environment) {

    static Container of(String name) {
        Map<String, ?> files = Monitoring.yaml(Repository.file("deploy/compose/compose.monitoring.yaml"));
        Map<?, ?> service = section(section(files, "services"), name);
        Map<String, String> environment = new TreeMap<>();
        section(service, "environment")
                .forEach((variable, value) -> environment.put(variable.toString(), value.toString()));
        List<String> command = service.get("command") instanceof List<?> words
                // what Compose takes for a variable is doubled
                ? words.stream().map(word -> word.toString().replace("$$", "$")).toList()
                : List.of();
        return new Container(command, environment);
    }

    private static Map<?, ?> section(Map<?, ?> map, String key) {
        return Objects.requireNonNullElse((Map<?, ?>) map.get(key), Map.of());
    }
}
