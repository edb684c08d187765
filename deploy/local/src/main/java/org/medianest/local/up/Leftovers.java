package org.medianest.local.up;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;
import org.medianest.local.process.Ending;
import org.medianest.local.process.PidRecords;
import org.medianest.local.process.Proc;
import org.medianest.local.process.ProcessId;
import org.medianest.local.process.Signal;
import org.medianest.local.process.Squatters;

/** What a launcher that was killed left running. */
public record Leftovers(Layout layout) {
    private static final Duration GRACE = Duration.ofSeconds(10);

    /** Ends it all and names it. To be called by the holder of the lock only. */
    public List<String> end() throws IOException {
        PidRecords records = new PidRecords(layout.run());
        List<String> ended = new ArrayList<>();
        for (Part part : List.of(Part.values()).reversed()) {
            Optional<ProcessId> process = records.living(part.title());
            if (process.isPresent()) {
                new Ending(part == Part.POSTGRES ? Signal.INT : Signal.TERM, GRACE).end(process.get());
                ended.add(part.title());
            }
            records.remove(part.title());
        }
        // Downloads whose service died: each works in a staging folder of its own.
        Path staging = layout.library().resolve(".staging");
        for (ProcessId orphan : new Squatters(Proc.SYSTEM).orphansBelow(staging)) {
            Ending.AT_ONCE.end(orphan);
            ended.add("a download");
        }
        return ended;
    }
}
