package org.medianest.local.bench.events;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.medianest.local.lab.EventLab;
import org.medianest.local.lab.Role;
import org.medianest.local.lab.Station;

/** Our outbox, streams and inbox: one talker, and replicas of one listening service, of which one reads at a time. */
final class OurEvents implements Side {
    static final Role TALKER = new Role("auth-service", "talker", Optional.of("events:auth"), List.of());
    static final Role LISTENER = new Role("listener", "listener", Optional.empty(), List.of("events:auth"));
    private static final String UP = " started in ";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final EventLab lab;
    private final Tables tables;
    private final Path folder;

    OurEvents(EventLab lab, Tables tables, Path folder) {
        this.lab = lab;
        this.tables = tables;
        this.folder = folder;
    }

    @Override
    public String title() {
        return "MediaNest";
    }

    @Override
    public String key() {
        return "medianest";
    }

    @Override
    public Consumers kind() {
        return Consumers.PROCESSES;
    }

    @Override
    public List<Timings> run(int consumers, List<Load> loads) throws IOException {
        tables.empty(TALKER.schema(), LISTENER.schema());
        lab.redisConsole().empty();
        List<Path> samples = new ArrayList<>();
        List<Station> listeners = new ArrayList<>();
        for (int replica = 1; replica <= consumers; replica++) {
            Path file = folder.resolve("listener-" + replica + ".csv");
            samples.add(file);
            listeners.add(listener(replica, Map.of("MEDIANEST_STATION_SAMPLES", file.toString())));
        }
        tables.plan();
        for (Load load : loads) {
            say(load);
        }
        Stations.stop(listeners);
        return Timings.read(samples).of(loads);
    }

    private void say(Load load) throws IOException {
        Station talker = talker(load, Map.of());
        tables.sayMore(load.warmUp());
        tables.awaitEffects(PATIENCE);
        tables.sayMore(load.each());
        tables.awaitEffects(PATIENCE);
        talker.stop();
    }

    Station talker(Load load, Map<String, String> more) throws IOException {
        Map<String, String> settings = new TreeMap<>(more);
        settings.put("MEDIANEST_STATION_TROUBLES", "false");
        settings.put("MEDIANEST_STATION_TALKERS", Integer.toString(Load.TALKERS));
        // One more for the relay, as the other side's has.
        settings.put("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", Integer.toString(Load.TALKERS + 1));
        load.rate().ifPresent(rate -> settings.put("MEDIANEST_STATION_RATE", Integer.toString(rate)));
        return started(lab.station(TALKER, 1, settings));
    }

    Station listener(int replica, Map<String, String> more) throws IOException {
        Map<String, String> settings = new TreeMap<>(more);
        settings.put("MEDIANEST_STATION_TROUBLES", "false");
        settings.put("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE", "2");
        return started(lab.station(LISTENER, replica, settings));
    }

    private static Station started(Station station) throws IOException {
        station.start();
        station.awaitUp(UP, PATIENCE);
        return station;
    }
}
