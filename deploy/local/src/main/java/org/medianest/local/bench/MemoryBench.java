package org.medianest.local.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.medianest.local.place.Part;
import org.medianest.local.process.Pause;
import org.medianest.local.visit.Json;

/** Resident memory of each process, idle and after the first evening. */
record MemoryBench(MeasuredNest nest) {
    private static final Duration SETTLING = Duration.ofSeconds(5);

    Map<Part, Double> take() {
        Pause.of(SETTLING);
        Map<Part, Double> memory = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            memory.put(part, nest.memory(part));
        }
        return memory;
    }

    static void report(Map<Part, Double> idle, Map<Part, Double> after, Report report) throws IOException {
        Json.Object parts = Json.object();
        for (Part part : Part.values()) {
            double before = idle.getOrDefault(part, 0.0);
            double later = after.getOrDefault(part, 0.0);
            parts.put(part.title(), Json.object().put("idle", before).put("afterJourney", later));
            report.row("memory of " + part.title(), text(before, later), "");
        }
        double before = servicesOf(idle);
        double later = servicesOf(after);
        parts.put("services", Json.object().put("idle", before).put("afterJourney", later));
        report.add("memoryMiB", parts);
        report.row("memory of the four services", text(before, later), "512 MiB");
    }

    private static double servicesOf(Map<Part, Double> memory) {
        return memory.entrySet().stream()
                .filter(entry -> entry.getKey().isService())
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static String text(double idle, double after) {
        return String.format(Locale.ROOT, "%.0f MiB idle, %.0f MiB after the journey", idle, after);
    }
}
