package org.medianest.local.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.Ending;
import org.medianest.local.process.Program;
import org.medianest.local.process.Signal;
import org.medianest.local.process.Spawn;
import org.medianest.local.process.Spawner;

/** One of the four services. */
public record ServiceProgram(Part part, Layout layout, Surroundings surroundings, JavaCommand java) implements Program {
    public static final String READY_PATH = "/q/health/ready";
    private static final Ending ORDERLY = new Ending(Signal.TERM, Duration.ofSeconds(10));
    /** The JVM writes what it learned when it ends. */
    private static final Ending AFTER_TRAINING = new Ending(Signal.TERM, Duration.ofMinutes(5));

    @Override
    public void prepare(Spawner spawner) throws IOException {
        if (!Files.exists(application().resolve("quarkus-run.jar"))) {
            throw new Refusal("%s is not built: %s is missing.".formatted(part.title(), application()));
        }
        if (part == Part.DOWNLOADS) {
            Files.createDirectories(surroundings.library());
        }
    }

    @Override
    public Spawn spawn() {
        return new Spawn(
                part.title(),
                List.of(),
                java.of(part, application()),
                application(),
                surroundings.of(part),
                layout.log(part),
                Signal.TERM);
    }

    @Override
    public boolean isReady() {
        return new HttpProbe(surroundings.ports().managementOf(part), READY_PATH).isOk();
    }

    @Override
    public Ending ending() {
        return java.training() ? AFTER_TRAINING : ORDERLY;
    }

    private Path application() {
        return layout.application(part);
    }
}
