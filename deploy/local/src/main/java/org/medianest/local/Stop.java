package org.medianest.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.medianest.local.place.Layout;
import org.medianest.local.process.Ending;
import org.medianest.local.process.InstanceLock;
import org.medianest.local.process.Signal;
import org.medianest.local.up.Leftovers;

/** Ends a MediaNest that runs in another terminal. */
record Stop(Layout layout) {
    /** Longer than the launcher takes at the worst, so that it is never cut off in the middle. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    int run(PrintStream out) throws IOException {
        Optional<InstanceLock.Holder> holder = InstanceLock.holder(layout.run().resolve("launcher.lock"));
        boolean orderly = true;
        if (holder.isPresent()) {
            Signal.TERM.send(holder.get().process().pid());
            orderly = Ending.isGone(holder.get().process(), GRACE);
            if (!orderly) {
                Ending.AT_ONCE.end(holder.get().process());
            }
        }
        List<String> leftovers = Files.isDirectory(layout.run()) ? new Leftovers(layout).end() : List.of();
        out.println(holder.isEmpty() && leftovers.isEmpty() ? "MediaNest does not run." : "MediaNest is stopped.");
        return orderly ? 0 : 1;
    }
}
