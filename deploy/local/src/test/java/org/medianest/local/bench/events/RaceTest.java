package org.medianest.local.bench.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.local.bench.Report;
import org.medianest.local.bench.events.Timings.Timing;

class RaceTest {
    private final Fake ours = new Fake("ours", Consumers.PROCESSES, 20);
    private final Fake peer = new Fake("peer", Consumers.PROCESSES, 40);
    private final Fake inOneProcess = new Fake("peer", Consumers.CONCURRENCY, 10);

    /** A side of which an event takes so many microseconds. */
    private record Fake(String title, Consumers kind, long micros, List<Integer> runs) implements Side {
        Fake(String title, Consumers kind, long micros) {
            this(title, kind, micros, new ArrayList<>());
        }

        @Override
        public String key() {
            return title + kind;
        }

        @Override
        public List<Timings> run(int consumers, List<Load> loads) {
            runs.add(consumers);
            Timings one = new Timings(List.of(new Timing(0, micros)));
            return loads.stream().map(load -> one).toList();
        }
    }

    @Test
    void targetIsAgainstConsumersOfTheSameKind(@TempDir Path folder) throws IOException {
        String rows = race(folder);

        assertThat(rows.lines().filter(row -> row.contains("1.00 x")))
                .hasSize(3)
                .allMatch(row -> row.contains(" / peer, processes: ") && row.contains(" 2.00 x "));
    }

    @Test
    void peerInOneProcessIsBesideIt(@TempDir Path folder) throws IOException {
        String rows = race(folder);

        assertThat(rows.lines().filter(row -> row.contains("0.50 x")))
                .hasSize(3)
                .anyMatch(row -> row.startsWith("ours, processes: 4 / peer, concurrency: 4 "))
                .anyMatch(row -> row.startsWith("ours, processes: 16 / peer, concurrency: 16 "))
                .anyMatch(row -> row.startsWith("ours, processes: 1 / peer, concurrency: 16 "));
    }

    @Test
    void oneConsumerIsOneProcessEitherWay(@TempDir Path folder) throws IOException {
        race(folder);

        assertThat(peer.runs()).containsExactly(1, 4, 16);
        assertThat(inOneProcess.runs()).containsExactly(4, 16);
    }

    private String race(Path folder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Report report = new Report(new PrintStream(out, true, StandardCharsets.UTF_8), Instant.EPOCH);
        new Race(ours, peer, inOneProcess, List.of(), 1).run(report);
        report.write(folder.resolve("bench.json"));
        return out.toString(StandardCharsets.UTF_8);
    }
}
