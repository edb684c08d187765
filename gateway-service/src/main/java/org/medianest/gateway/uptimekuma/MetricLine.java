package org.medianest.gateway.uptimekuma;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One sample in the text format of Prometheus. */
record MetricLine(String name, Map<String, String> labels, double value) {
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][\\w:]*)\\{(.*)}\\s+(\\S+)(?:\\s+-?\\d+)?");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    MetricLine {
        labels = Map.copyOf(labels);
    }

    /** Empty for comments and for all that has no labels. */
    static Optional<MetricLine> read(String line) {
        Matcher sample = SAMPLE.matcher(line.strip());
        if (line.startsWith("#") || !sample.matches()) {
            return Optional.empty();
        }
        try {
            double value = Double.parseDouble(sample.group(3));
            return Double.isFinite(value)
                    ? Optional.of(new MetricLine(sample.group(1), labels(sample.group(2)), value))
                    : Optional.empty();
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new HashMap<>();
        Matcher label = LABEL.matcher(text);
        while (label.find()) {
            labels.put(
                    label.group(1),
                    label.group(2).replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\"));
        }
        return labels;
    }
}
