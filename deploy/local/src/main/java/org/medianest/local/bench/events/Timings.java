package org.medianest.local.bench.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.medianest.local.place.Refusal;

/** When events were said and when they were done with, in the order in which they were said. Both sides are measured here. */
record Timings(List<Timing> timings) {
    /** In microseconds since 1970. */
    record Timing(long saidAt, long doneAt) {
        static Timing parse(String line) {
            String[] fields = line.split(",", -1);
            if (fields.length != 2) {
                throw new Refusal("Not two moments: " + line);
            }
            return new Timing(Long.parseLong(fields[0]), Long.parseLong(fields[1]));
        }

        long micros() {
            return doneAt - saidAt;
        }
    }

    Timings {
        timings = timings.stream()
                .sorted(Comparator.comparingLong(Timing::saidAt))
                .toList();
    }

    /** What all consumers together have written down, a line {@code saidAt,doneAt} for each event. */
    static Timings read(Collection<Path> files) throws IOException {
        List<Timing> all = new ArrayList<>();
        for (Path file : files) {
            Files.readAllLines(file).forEach(line -> all.add(Timing.parse(line)));
        }
        return new Timings(all);
    }

    /** Of each load the measured part; loads were said one after the other. */
    List<Timings> of(List<Load> loads) {
        List<Timings> parts = new ArrayList<>();
        int begin = 0;
        for (Load load : loads) {
            int measured = begin + load.warmUpEvents();
            int end = measured + load.events();
            if (end > timings.size()) {
                throw new Refusal("More events were said than the %d that were done.".formatted(timings.size()));
            }
            parts.add(new Timings(timings.subList(measured, end)));
            begin = end;
        }
        return parts;
    }

    /** From the first that was said to the last that was done. */
    double perSecond() {
        long last = timings.stream().mapToLong(Timing::doneAt).max().orElseThrow();
        return timings.size() * 1e6 / (last - timings.getFirst().saidAt());
    }

    /** What this share of all events did not take longer than, by the nearest rank. */
    double millis(double share) {
        long[] sorted = timings.stream().mapToLong(Timing::micros).sorted().toArray();
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / 1e3;
    }
}
