package org.medianest.local.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.medianest.local.place.Part;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.Ending;
import org.medianest.local.process.Proc;
import org.medianest.local.process.ProcessId;
import org.medianest.local.process.Program;
import org.medianest.local.process.Programs;
import org.medianest.local.process.Signal;
import org.medianest.local.process.Spawn;
import org.medianest.local.process.Spawner;
import org.medianest.local.process.Squatters;

/** Our own Redis: every write is on the disk within a second, and nothing is ever evicted. */
public final class RedisServer implements Program {
    private static final Ending ORDERLY = new Ending(Signal.TERM, Duration.ofSeconds(10));

    private final Path folder;
    private final Path programs;
    private final String password;
    private final Map<String, String> environment;
    private final Path log;
    private final int port;
    private @Nullable RedisBinary binary;

    public RedisServer(
            Path folder, Path programs, String password, Map<String, String> environment, Path log, int port) {
        this.folder = folder;
        this.programs = programs;
        this.password = password;
        this.environment = environment;
        this.log = log;
        this.port = port;
    }

    @Override
    public Part part() {
        return Part.REDIS;
    }

    @Override
    public void prepare(Spawner spawner) throws IOException {
        for (ProcessId orphan : new Squatters(Proc.SYSTEM).in(folder, name -> name.startsWith("redis-server"))) {
            if (ORDERLY.end(orphan) == Ending.Outcome.STAYED) {
                throw new Refusal("An earlier Redis (process %d) still holds %s and cannot be stopped."
                        .formatted(orphan.pid(), folder));
            }
        }
        binary = RedisBinary.find(Programs.SYSTEM, programs);
        writeConfiguration();
    }

    private void writeConfiguration() throws IOException {
        Files.deleteIfExists(configuration());
        Files.createFile(
                configuration(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(configuration(), """
                # Written at every start.
                bind 127.0.0.1
                port %d
                requirepass %s
                dir "%s"
                daemonize no
                appendonly yes
                appendfsync everysec
                save ""
                maxmemory 256mb
                maxmemory-policy noeviction
                """.formatted(port, password, folder));
    }

    @Override
    public Spawn spawn() {
        if (binary == null) {
            throw new IllegalStateException("not prepared");
        }
        List<String> command =
                List.of(binary.program().toString(), configuration().toString());
        return new Spawn(part().title(), List.of(), command, folder, environment, log, Signal.TERM);
    }

    @Override
    public boolean isReady() {
        return new RedisPing(port, password).answers();
    }

    @Override
    public Ending ending() {
        return ORDERLY;
    }

    private Path configuration() {
        return folder.resolve("redis.conf");
    }
}
