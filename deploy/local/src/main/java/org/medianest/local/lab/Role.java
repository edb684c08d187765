package org.medianest.local.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which service a station plays.
 *
 * @param service its name, also that of its consumer groups
 * @param schema its schema in Postgres
 * @param publishesTo the stream that it writes, if it writes one
 * @param consumes the streams that it reads
 */
public record Role(String service, String schema, Optional<String> publishesTo, List<String> consumes) {
    public Role {
        consumes = List.copyOf(consumes);
    }

    Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>();
        variables.put("MEDIANEST_EVENTS_SERVICE", service);
        variables.put("MEDIANEST_STATION_SCHEMA", schema);
        publishesTo.ifPresent(stream -> variables.put("MEDIANEST_EVENTS_PUBLISHES_TO", stream));
        if (!consumes.isEmpty()) {
            variables.put("MEDIANEST_EVENTS_CONSUMES", String.join(",", consumes));
        }
        return variables;
    }
}
