package org.medianest.local.bench.events;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.medianest.local.bench.Figures;
import org.medianest.local.bench.Report;
import org.medianest.local.visit.Json;

/**
 * All sides by turns: how many events go through as fast as possible, and how long one takes at a steady rate.
 *
 * @param peer whom ours is held against: who keeps as much as ours does, with consumers of the same kind
 * @param inOneProcess the same peer with all of its consumers in one process
 * @param others who keep less
 */
record Race(Side ours, Side peer, Side inOneProcess, List<Side> others, int rounds) {
    private static final List<Integer> CONSUMERS = List.of(1, 4, 16);

    /** The time of one event depends little on the consumers that stand by, and each of these takes 22 seconds. */
    private static final List<Integer> STEADY_CONSUMERS = List.of(1, 16);

    private static final Load FAST = new Load(50, 250, OptionalInt.empty());
    private static final Load STEADY = new Load(34, 334, OptionalInt.of(1000));

    /** A value of each round. */
    private static final class Results {
        private final Map<String, List<Double>> values = new HashMap<>();

        void add(Side side, int consumers, String what, double value) {
            values.computeIfAbsent(name(side, consumers, what), any -> new ArrayList<>())
                    .add(value);
        }

        Figures of(Side side, int consumers, String what) {
            return new Figures(values.getOrDefault(name(side, consumers, what), List.of()));
        }

        private static String name(Side side, int consumers, String what) {
            return side.key() + " " + consumers + " " + what;
        }
    }

    void run(Report report) throws IOException {
        Results results = new Results();
        for (int round = 1; round <= rounds; round++) {
            for (int consumers : CONSUMERS) {
                for (Side side : sides(consumers)) {
                    report.say("Round %d of %d: %s".formatted(round, rounds, side.title(consumers)));
                    run(side, consumers, results);
                }
            }
        }
        report(results, report);
    }

    private List<Side> sides(int consumers) {
        List<Side> sides = new ArrayList<>(List.of(ours, peer));
        // One consumer is one process either way.
        if (consumers > 1) {
            sides.add(inOneProcess);
        }
        sides.addAll(others);
        return sides;
    }

    private static void run(Side side, int consumers, Results results) throws IOException {
        boolean steady = STEADY_CONSUMERS.contains(consumers);
        List<Timings> timings = side.run(consumers, steady ? List.of(FAST, STEADY) : List.of(FAST));
        results.add(side, consumers, "perSecond", timings.getFirst().perSecond());
        if (steady) {
            Timings each = timings.getLast();
            results.add(side, consumers, "p50", each.millis(0.5));
            results.add(side, consumers, "p99", each.millis(0.99));
            results.add(side, consumers, "max", each.millis(1));
        }
    }

    private void report(Results results, Report report) throws IOException {
        Json.Object throughput = Json.object().put("events", FAST.events()).put("talkers", Load.TALKERS);
        for (int consumers : CONSUMERS) {
            Json.Object row = Json.object();
            for (Side side : sides(consumers)) {
                Figures figures = results.of(side, consumers, "perSecond");
                row.put(side.key(), figures.json());
                report.row(side.title(consumers), figures.text("events/s"), "");
            }
            row.put("ratio", ratio(results, consumers, peer, consumers, "1.00 x", report));
            if (consumers > 1) {
                row.put("ratioToOneProcess", ratio(results, consumers, inOneProcess, consumers, "", report));
            }
            throughput.put("consumers" + consumers, row);
        }
        throughput.put("ratioOfOneProcessEach", ratio(results, 1, inOneProcess, CONSUMERS.getLast(), "", report));
        report.add("throughput", throughput);
        latency(results, report);
    }

    private Json.Value ratio(
            Results results, int consumers, Side theirs, int theirConsumers, String target, Report report) {
        Figures ratio = Figures.ratios(
                results.of(ours, consumers, "perSecond"), results.of(theirs, theirConsumers, "perSecond"));
        report.row("%s / %s".formatted(ours.title(consumers), theirs.title(theirConsumers)), ratio.text("x"), target);
        return ratio.json();
    }

    private void latency(Results results, Report report) throws IOException {
        Json.Object latency = Json.object()
                .put("events", STEADY.events())
                .put("perSecond", STEADY.rate().orElseThrow());
        for (int consumers : STEADY_CONSUMERS) {
            Json.Object row = Json.object();
            for (Side side : sides(consumers)) {
                Json.Object shares = Json.object();
                List<String> text = new ArrayList<>();
                for (String share : List.of("p50", "p99", "max")) {
                    Figures figures = results.of(side, consumers, share);
                    shares.put(share, figures.json());
                    text.add(String.format(Locale.ROOT, "%s %.1f", share, figures.median()));
                }
                row.put(side.key(), shares);
                report.row(
                        "%s, at %d/s"
                                .formatted(side.title(consumers), STEADY.rate().orElseThrow()),
                        String.join(", ", text) + " ms",
                        side.equals(ours) ? "p99 25 ms" : "");
            }
            latency.put("consumers" + consumers, row);
        }
        report.add("latencyMillis", latency);
    }
}
