package org.medianest.local.bench.events;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.medianest.local.lab.EventLab;
import org.medianest.local.lab.Station;
import org.medianest.local.place.Refusal;

/**
 * BullMQ on the same servers: a producer with as many adds under way as we have talkers, and one worker process whose concurrency is the
 * number of consumers, which on few processors is faster than a process for each.
 */
final class BullMq implements Side {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final EventLab lab;
    private final Tables tables;
    private final BullMqProgram program;
    private final Path folder;
    private final Kept kept;

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

    BullMq(EventLab lab, Tables tables, BullMqProgram program, Path folder, Kept kept) {
        this.lab = lab;
        this.tables = tables;
        this.program = program;
        this.folder = folder;
        this.kept = kept;
    }

    @Override
    public String title() {
        return kept.title;
    }

    @Override
    public String key() {
        return kept.key;
    }

    @Override
    public List<Timings> run(int consumers, List<Load> loads) throws IOException {
        tables.emptyBullMq();
        lab.redisConsole().empty();
        Path samples = folder.resolve("bullmq.csv");
        Map<String, String> settings = settings(consumers);
        settings.put("CONCURRENCY", Integer.toString(consumers));
        settings.put("SAMPLES", samples.toString());
        Station worker = lab.program("bullmq-worker", program.script("worker.js"), program.folder(), settings);
        worker.start();
        worker.awaitUp("ready", PATIENCE);
        for (Load load : loads) {
            say(load);
        }
        worker.stop();
        return Timings.read(List.of(samples)).of(loads);
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
