package org.medianest.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** One small file a running process, so that a later command, or the next start, finds it. */
public record PidRecords(Path folder) {

    public void write(String name, ProcessId process) throws IOException {
        Files.writeString(file(name), process.line() + "\n");
    }

    /** The process of that name if it is still the one that was recorded. */
    public Optional<ProcessId> living(String name) {
        try {
            return ProcessId.parse(Files.readString(file(name))).filter(ProcessId::isAlive);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public void remove(String name) throws IOException {
        try {
            Files.delete(file(name));
        } catch (NoSuchFileException e) {
            // Someone was faster.
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".pid");
    }
}
