package org.medianest.local.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/** Our own Redis, with the configuration and the users of {@code infrastructure/redis}. */
public final class RedisServer implements Program {
    private static final Ending ORDERLY = new Ending(Signal.TERM, Duration.ofSeconds(10));

    private final Path folder;
    private final Path programs;
    private final Path files;
    private final RedisUsers users;
    private final Map<String, String> environment;
    private final Path log;
    private final int port;
    private @Nullable RedisBinary binary;

    /**
     * @param folder its data
     * @param programs where its program is unpacked
     * @param files {@code infrastructure/redis}
     */
    public RedisServer(
            Path folder,
            Path programs,
            Path files,
            RedisUsers users,
            Map<String, String> environment,
            Path log,
            int port) {
        this.folder = folder;
        this.programs = programs;
        this.files = files;
        this.users = users;
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
        RedisBinary found = RedisBinary.find(Programs.SYSTEM, programs);
        binary = found;
        render(found, spawner);
        writeConfiguration();
    }

    /** The script writes what it writes in a container too. */
    private void render(RedisBinary redis, Spawner spawner) throws IOException {
        Map<String, String> variables = new TreeMap<>(environment);
        variables.put("MEDIANEST_REDIS_SECRETS", users.secrets().toString());
        variables.put("MEDIANEST_REDIS_DATA", folder.toString());
        variables.put("MEDIANEST_REDIS_SELECTORS", redis.knowsSelectors() ? "yes" : "no");
        List<String> command =
                List.of(files.resolve("render").toString(), rendered().toString());
        if (spawner.run(new Spawn("redis-files", List.of(), command, folder, variables, log, Signal.TERM)) != 0) {
            throw new Refusal(
                    "The configuration of Redis could not be written; the end of %s says why.".formatted(log));
        }
    }

    private void writeConfiguration() throws IOException {
        Files.deleteIfExists(configuration());
        Files.createFile(
                configuration(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(configuration(), """
                # Written at every start.
                include "%s"
                bind 127.0.0.1
                port %d
                """.formatted(rendered().resolve("redis.conf"), port));
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
        try {
            return new RedisPing(port, users.password(RedisUsers.ADMIN)).answers();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Ending ending() {
        return ORDERLY;
    }

    private Path rendered() {
        return folder.resolve("conf");
    }

    private Path configuration() {
        return folder.resolve("redis.conf");
    }
}
