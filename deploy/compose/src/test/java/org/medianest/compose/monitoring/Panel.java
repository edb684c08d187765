package org.medianest.compose.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One picture of a dashboard.
 *
 * @param type {@code timeseries}, or {@code stat} for one figure
 * @param thresholds from which value on which colour; the first is that of everything below
 */
record Panel(String title, String type, String unit, List<Query> queries, List<Threshold> thresholds) {
    private static final Set<String> KNOWN = Set.of("title", "type", "unit", "expr", "legend", "queries", "thresholds");

    record Query(String expr, String legend) {}

    record Threshold(String colour, Optional<Double> from) {}

    /** @param source as in the folder {@code source}: one query may stand without a list */
    static Panel of(Map<String, ?> source) {
        if (!KNOWN.containsAll(source.keySet())) {
            throw new IllegalArgumentException("unknown words in " + source);
        }
        return new Panel(
                text(source, "title"),
                source.containsKey("type") ? text(source, "type") : "timeseries",
                text(source, "unit"),
                queries(source),
                thresholds(source));
    }

    private static List<Query> queries(Map<String, ?> source) {
        return source.containsKey("queries")
                ? maps(source.get("queries")).stream().map(Panel::query).toList()
                : List.of(query(source));
    }

    private static Query query(Map<String, ?> source) {
        return new Query(text(source, "expr"), source.containsKey("legend") ? text(source, "legend") : "");
    }

    private static List<Threshold> thresholds(Map<String, ?> source) {
        List<Threshold> thresholds = new ArrayList<>();
        if (source.get("thresholds") instanceof List<?> steps) {
            for (Object step : steps) {
                switch (step) {
                    case String colour -> thresholds.add(new Threshold(colour, Optional.empty()));
                    case Map<?, ?> one ->
                        one.forEach((colour, from) -> thresholds.add(
                                new Threshold(colour.toString(), Optional.of(((Number) from).doubleValue()))));
                    default -> throw new IllegalArgumentException("no threshold: " + step);
                }
            }
        }
        return thresholds;
    }

    static String text(Map<String, ?> source, String key) {
        if (source.get(key) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text for '%s' in %s".formatted(key, source));
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, ?>> maps(Object list) {
        return (List<Map<String, ?>>) list;
    }
}
