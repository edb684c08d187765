package org.medianest.local.bench.events;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.medianest.local.bench.Report;
import org.medianest.local.lab.EventLab;
import org.medianest.local.lab.Station;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.Pause;
import org.medianest.local.visit.Json;

/** Whether memory stays what it is while events go through at a steady rate. */
record Endurance(EventLab lab, Tables tables, OurEvents ours, int minutes) {
    private static final Load STEADY = new Load(0, 1_000_000, OptionalInt.of(1000));
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofMinutes(1);
    private static final double MIB = 1 << 20;

    /** What is kept for a week in earnest is kept for a minute here, so that taking away is a part of what is measured. */
    private static final Map<String, String> KEPT =
            Map.of("MEDIANEST_EVENTS_KEPT", "1m", "MEDIANEST_EVENTS_REMEMBERED", "2m");

    private interface Size {
        double bytes() throws IOException;
    }

    void run(Report report) throws IOException {
        report.say("Memory at %d events/s, %d minutes after one to warm up"
                .formatted(STEADY.rate().orElseThrow(), minutes));
        tables.empty(OurEvents.TALKER.schema(), OurEvents.LISTENER.schema());
        lab.redisConsole().empty();
        tables.plan();
        Station listener = ours.listener(1, KEPT);
        Station talker = ours.talker(STEADY, KEPT);
        tables.sayMore(STEADY.each());
        Pause.of(WARM_UP);
        Map<String, Size> sizes = new LinkedHashMap<>();
        sizes.put("talker", () -> memory(talker));
        sizes.put("listener", () -> memory(listener));
        sizes.put("redis", () -> lab.redisConsole().memory());
        sizes.put("postgresDisk", tables::size);
        watch(sizes, report);
        Stations.stop(List.of(talker, listener));
    }

    private void watch(Map<String, Size> sizes, Report report) throws IOException {
        Map<String, List<Drift.Look>> looks = new LinkedHashMap<>();
        long begin = System.nanoTime();
        long effects = tables.effects();
        for (double minute = 0; minute <= minutes; minute = minutesSince(begin)) {
            for (Map.Entry<String, Size> size : sizes.entrySet()) {
                looks.computeIfAbsent(size.getKey(), any -> new ArrayList<>())
                        .add(new Drift.Look(minute, size.getValue().bytes() / MIB));
            }
            Pause.of(EVERY);
        }
        double rate = (tables.effects() - effects) / (minutesSince(begin) * 60);
        report(looks, rate, report);
    }

    private void report(Map<String, List<Drift.Look>> looks, double rate, Report report) throws IOException {
        Json.Object json = Json.object().put("minutes", minutes).put("eventsPerSecond", rate);
        report.row(
                "effects while memory is watched", String.format(Locale.ROOT, "%.0f events/s", rate), "1000 events/s");
        looks.forEach((name, all) -> {
            Drift drift = new Drift(all);
            json.put(name, drift.json());
            report.row("memory of " + name, drift.text(), name.endsWith("er") ? "flat" : "");
        });
        report.add("enduranceMiB", json);
    }

    private static double memory(Station station) {
        return station.memory()
                .orElseThrow(
                        () -> new Refusal(station.name() + " has ended:\n" + String.join("\n", station.lastWords(20))));
    }

    private static double minutesSince(long begin) {
        return (System.nanoTime() - begin) / 60e9;
    }
}
