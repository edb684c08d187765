package org.medianest.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.medianest.local.process.Proc;
import org.medianest.local.process.ProcessId;

/** The note that a running server keeps in its cluster: its process number first, whether it is ready in line eight. */
record PidFile(Path cluster, Proc proc) {
    static final String PROGRAM = "postgres";

    boolean saysReady() {
        List<String> lines = lines();
        return lines.size() > 7 && lines.get(7).strip().equals("ready");
    }

    /** The server that wrote the note, if it is one on this very cluster and still there. */
    Optional<ProcessId> server() {
        return pid().filter(pid -> proc.name(pid).equals(PROGRAM))
                .filter(pid -> proc.commandLine(pid)
                        .filter(line -> line.contains("-D " + cluster))
                        .isPresent())
                .flatMap(ProcessId::of);
    }

    /**
     * A number that now belongs to someone else would keep PostgreSQL from starting. The note goes only when it is
     * certain that no server lives here: it also guards against two servers on one cluster.
     */
    void removeIfStale() throws IOException {
        if (pid().filter(pid -> !isServerElsewhereOrNone(pid)).isEmpty()) {
            Files.deleteIfExists(file());
        }
    }

    private boolean isServerElsewhereOrNone(long pid) {
        if (proc.stat(pid).isPresent()) {
            return !proc.name(pid).equals(PROGRAM)
                    || proc.workingDirectory(pid)
                            .filter(directory -> !directory.equals(cluster))
                            .isPresent();
        }
        return ProcessHandle.of(pid).isEmpty();
    }

    private Optional<Long> pid() {
        return lines().stream()
                .findFirst()
                .map(String::strip)
                .filter(line -> line.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file());
        } catch (IOException e) {
            return List.of();
        }
    }

    private Path file() {
        return cluster.resolve("postmaster.pid");
    }
}
