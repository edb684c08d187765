package org.medianest.local.up;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.medianest.local.place.Part;
import org.medianest.local.process.Child;
import org.medianest.local.process.Spawner;
import org.medianest.local.service.Schemas;

/** Brings the tables up to date before the services come. */
record Migrations(Schemas schemas, Spawner spawner, Progress progress) {

    boolean areDone() {
        return schemas.outdated().isEmpty();
    }

    /** All at once: each has a schema of its own. The first that fails ends the start. */
    void run() throws IOException {
        List<Part> outdated = schemas.outdated();
        progress.say("Bringing the tables up to date: "
                + String.join(", ", outdated.stream().map(Part::title).toList()));
        Map<Part, Child> runs = new LinkedHashMap<>();
        for (Part service : outdated) {
            runs.put(service, spawner.start(schemas.migration(service)));
        }
        for (Map.Entry<Part, Child> run : runs.entrySet()) {
            int code = run.getValue().onExit().join();
            if (code != 0) {
                throw new StartFailure(
                        run.getKey(),
                        "ended with code %d instead of bringing its tables up to date".formatted(code),
                        run.getValue().lastWords(Starter.LOG_LINES));
            }
            schemas.done(run.getKey());
        }
    }
}
