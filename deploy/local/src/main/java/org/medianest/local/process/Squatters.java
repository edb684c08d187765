package org.medianest.local.process;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** Processes that an earlier start left working in one of our folders. */
public record Squatters(Proc proc) {

    /** Those whose working directory is the folder and whose program has one of the names. */
    public List<ProcessId> in(Path folder, Predicate<String> name) {
        return proc.pids()
                .filter(pid -> proc.workingDirectory(pid).filter(folder::equals).isPresent())
                .filter(pid -> name.test(proc.name(pid)))
                .boxed()
                .flatMap(pid -> ProcessId.of(pid).stream())
                .toList();
    }

    /** Those that work anywhere below the folder and whose parent is gone; someone's shell there has a parent. */
    public List<ProcessId> orphansBelow(Path folder) {
        return proc.pids()
                .filter(pid -> proc.workingDirectory(pid)
                        .filter(directory -> directory.startsWith(folder))
                        .isPresent())
                .filter(pid -> proc.stat(pid).filter(stat -> stat.parent() == 1).isPresent())
                .boxed()
                .flatMap(pid -> ProcessId.of(pid).stream())
                .toList();
    }
}
