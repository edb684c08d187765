package org.medianest.downloads.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Ends what a former life of this worker left running. Has to be done before its jobs are taken up again: two processes that write to
 * one unfinished file spoil it.
 *
 * @param proc {@code /proc}; where there is none nothing is found
 */
record OrphanReaper(Path proc) {
    private static final Logger LOG = Logger.getLogger(OrphanReaper.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int GROUP_FIELD = 2;

    private record Orphan(long pid, long group) {}

    /** @return how many there were */
    int reap(String marker) throws InterruptedException {
        List<Orphan> orphans = orphans(marker);
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (List<Orphan> left = orphans; !left.isEmpty() && System.nanoTime() < end; left = orphans(marker)) {
            kill(left);
            TimeUnit.MILLISECONDS.sleep(20);
        }
        if (!orphans.isEmpty()) {
            LOG.infof("orphans killed count=%d", orphans.size());
        }
        return orphans.size();
    }

    private static void kill(List<Orphan> orphans) {
        Set<Long> pids = orphans.stream().map(Orphan::pid).collect(Collectors.toSet());
        orphans.stream()
                .map(Orphan::group)
                .distinct()
                .filter(pids::contains)
                .forEach(group -> ProcessGroups.signal("KILL", group));
        pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    private List<Orphan> orphans(String marker) {
        if (!Files.isDirectory(proc)) {
            return List.of();
        }
        String entry = Children.MARKER + "=" + marker;
        try (Stream<Path> entries = Files.list(proc)) {
            return entries.filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> hasInEnvironment(process, entry))
                    .flatMap(process -> orphan(process).stream())
                    .toList();
        } catch (IOException broken) {
            LOG.warnf("processes cannot be listed: %s", broken);
            return List.of();
        }
    }

    private static boolean hasInEnvironment(Path process, String entry) {
        return read(process.resolve("environ"))
                .map(environment -> List.of(environment.split("\0", -1)).contains(entry))
                .orElse(false);
    }

    private static Optional<Orphan> orphan(Path process) {
        long pid = Long.parseLong(process.getFileName().toString());
        // the name in the second field may hold anything, so the fields are counted from its last bracket
        return read(process.resolve("stat"))
                .map(stat -> stat.substring(stat.lastIndexOf(')') + 2).split(" "))
                .map(fields -> new Orphan(pid, Long.parseLong(fields[GROUP_FIELD])));
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
