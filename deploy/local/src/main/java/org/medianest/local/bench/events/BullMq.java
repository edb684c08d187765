package org.medianest.local.bench.events;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.medianest.local.lab.EventLab;
import org.medianest.local.lab.Station;
import org.medianest.local.place.Refusal;

/** BullMQ on the same servers: a producer with as many adds under way as we have talkers, and workers. */
final class BullMq implements Side {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final EventLab lab;
    private final Tables tables;
    private final BullMqProgram program;
    private final Path folder;
    private final Kept kept;
    private final Consumers kind;

    /** What of an event and its effect is in Postgres. */
    enum Kept {
        NOTHING("BullMQ, Redis only", "bullMqRedisOnly"),

        /** The row that the event tells of, and the effect. A producer that dies between its row and its job loses the event. */
        ROWS("BullMQ, rows too", "bullMqWithRows"),

        /** The event as well, in the transaction of the row that it tells of: as ours. */
        OUTBOX("BullMQ behind an outbox", "bullMqBehindOutbox");

        private final String title;
        private final String key;

        Kept(String title, String key) {
            this.title = title;
            this.key = key;
        }
    }

    BullMq(EventLab lab, Tables tables, BullMqProgram program, Path folder, Kept kept, Consumers kind) {
        this.lab = lab;
        this.tables = tables;
        this.program = program;
        this.folder = folder;
        this.kept = kept;
        this.kind = kind;
    }

    @Override
    public String title() {
        return kept.title;
    }

    @Override
    public String key() {
        return kept.key + (kind == Consumers.PROCESSES ? "Processes" : "Concurrency");
    }

    @Override
    public Consumers kind() {
        return kind;
    }

    @Override
    public List<Timings> run(int consumers, List<Load> loads) throws IOException {
        tables.emptyBullMq();
        lab.redisConsole().empty();
        List<Path> samples = new ArrayList<>();
        List<Station> workers = new ArrayList<>();
        for (int process = 1; process <= kind.processes(consumers); process++) {
            Path file = folder.resolve("bullmq-" + process + ".csv");
            samples.add(file);
            workers.add(worker(process, kind.concurrency(consumers), file));
        }
        for (Load load : loads) {
            say(load);
        }
        Stations.stop(workers);
        return Timings.read(samples).of(loads);
    }

    private Station worker(int process, int concurrency, Path samples) throws IOException {
        Map<String, String> settings = settings(concurrency);
        settings.put("CONCURRENCY", Integer.toString(concurrency));
        settings.put("SAMPLES", samples.toString());
        Station worker =
                lab.program("bullmq-worker-" + process, program.script("worker.js"), program.folder(), settings);
        worker.start();
        worker.awaitUp("ready", PATIENCE);
        return worker;
    }

    private void say(Load load) throws IOException {
        Map<String, String> settings = settings(Load.TALKERS);
        settings.put("SUBJECTS", Integer.toString(Load.SUBJECTS));
        settings.put("TALKERS", Integer.toString(Load.TALKERS));
        settings.put("WARM_UP", Integer.toString(load.warmUpEvents()));
        settings.put("EVENTS", Integer.toString(load.events()));
        load.rate().ifPresent(rate -> settings.put("RATE", Integer.toString(rate)));
        Station producer = lab.program("bullmq-producer", program.script("producer.js"), program.folder(), settings);
        producer.start();
        if (producer.await(PATIENCE) != 0) {
            throw new Refusal("BullMQ's producer failed:\n" + String.join("\n", producer.lastWords(20)));
        }
    }

    private Map<String, String> settings(int connections) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("QUEUE", "events");
        settings.put("REDIS", "redis://admin:%s@127.0.0.1:%d".formatted(lab.redisPassword(), lab.redisPort()));
        if (kept != Kept.NOTHING) {
            settings.put("CONNECTIONS", Integer.toString(connections));
            settings.put(
                    "POSTGRES",
                    "postgresql://postgres:%s@127.0.0.1:%d/medianest"
                            .formatted(lab.postgresPassword(), lab.postgresPort()));
            settings.put("OUTBOX", Boolean.toString(kept == Kept.OUTBOX));
        }
        return settings;
    }
}
