package org.medianest.eventlab;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** When events were said and when their effects were there, for those who measure. */
@ApplicationScoped
class Samples {
    private final StationConfig config;
    private final Queue<Sample> samples = new ConcurrentLinkedQueue<>();

    private record Sample(long saidAt, long doneAt) {}

    Samples(StationConfig config) {
        this.config = config;
    }

    boolean wanted() {
        return config.samples().isPresent();
    }

    /** The effect of an event that was said then is there now. */
    void done(long saidAt) {
        samples.add(new Sample(saidAt, Numbered.micros()));
    }

    void stop(@Observes ShutdownEvent event) throws IOException {
        if (config.samples().isPresent()) {
            write(config.samples().get());
        }
    }

    private void write(Path file) throws IOException {
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            for (Sample sample : samples) {
                lines.write(sample.saidAt() + "," + sample.doneAt() + "\n");
            }
        }
    }
}
