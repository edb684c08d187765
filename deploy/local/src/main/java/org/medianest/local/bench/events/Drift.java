package org.medianest.local.bench.events;

import java.util.List;
import java.util.Locale;
import org.medianest.local.bench.Figures;
import org.medianest.local.visit.Json;

/** Something that was looked at again and again: whether it grows. */
record Drift(List<Look> looks) {
    /** @param minute since the warm-up */
    record Look(double minute, double value) {}

    Drift {
        if (looks.isEmpty()) {
            throw new IllegalArgumentException("nothing was looked at");
        }
        looks = List.copyOf(looks);
    }

    /** The median of the first minute. */
    double first() {
        double begin = looks.getFirst().minute();
        return median(begin, begin + 1);
    }

    /** The median of the last minute. */
    double last() {
        double end = looks.getLast().minute();
        return median(end - 1, end);
    }

    /** By how much it grows a minute: the line with the least squares. */
    double slope() {
        double middle = looks.stream().mapToDouble(Look::minute).average().orElseThrow();
        double mean = looks.stream().mapToDouble(Look::value).average().orElseThrow();
        double spread = looks.stream()
                .mapToDouble(look -> Math.pow(look.minute() - middle, 2))
                .sum();
        double together = looks.stream()
                .mapToDouble(look -> (look.minute() - middle) * (look.value() - mean))
                .sum();
        return spread == 0 ? 0 : together / spread;
    }

    Json.Value json() {
        return Json.object()
                .put("firstMinute", first())
                .put("lastMinute", last())
                .put("perMinute", slope())
                .put(
                        "looks",
                        Json.list(looks.stream()
                                .map(look -> Json.number(look.value()))
                                .toList()));
    }

    String text() {
        return String.format(Locale.ROOT, "%.1f then %.1f MiB, %+.2f MiB/min", first(), last(), slope());
    }

    private double median(double from, double to) {
        return new Figures(looks.stream()
                        .filter(look -> look.minute() >= from && look.minute() <= to)
                        .map(Look::value)
                        .toList())
                .median();
    }
}
