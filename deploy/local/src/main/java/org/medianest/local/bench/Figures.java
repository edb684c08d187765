package org.medianest.local.bench;

import java.util.List;
import java.util.Locale;
import org.medianest.local.visit.Json;

/** Some measurements of one thing. */
public record Figures(List<Double> values) {

    public Figures {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        values = List.copyOf(values);
    }

    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    public double min() {
        return values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    public double max() {
        return values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    /** Of the rounds one by one, so that what slowed a whole round down falls out. */
    public static Figures ratios(Figures ours, Figures theirs) {
        return new Figures(java.util.stream.IntStream.range(0, ours.values().size())
                .mapToObj(round -> ours.values().get(round) / theirs.values().get(round))
                .toList());
    }

    public Json.Value json() {
        return Json.object()
                .put("median", median())
                .put("min", min())
                .put("max", max())
                .put("rounds", Json.list(values.stream().map(Json::number).toList()));
    }

    public String text(String unit) {
        return String.format(
                        Locale.ROOT, "%.2f %s (%.2f to %.2f, %d rounds)", median(), unit, min(), max(), values.size())
                .replace("  ", " ");
    }
}
