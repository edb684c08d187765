package org.medianest.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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

/** Our own PostgreSQL: its cluster stays, a crash of any kind is cleared away at the next start. */
public final class PostgresServer implements Program {
    /** Small, for some twenty people; everything that keeps data safe stays as PostgreSQL has it. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "40"),
            Map.entry("shared_buffers", "48MB"),
            Map.entry("max_wal_size", "256MB"),
            Map.entry("jit", "off"),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("log_lock_waits", "on"),
            Map.entry("log_line_prefix", "%m [%p] %q%u "),
            Map.entry("cluster_name", "medianest"));

    private static final Ending FAST = new Ending(Signal.INT, Duration.ofSeconds(10));

    private final PostgresBinaries binaries;
    private final Path cluster;
    private final PidFile pidFile;
    private final PostgresUser user;
    private final DatabaseSetup setup;
    private final Map<String, String> environment;
    private final Path log;
    private final int port;

    PostgresServer(
            PostgresBinaries binaries,
            Path cluster,
            PostgresUser user,
            DatabaseSetup setup,
            Map<String, String> environment,
            Path log,
            int port) {
        this.binaries = binaries;
        this.cluster = cluster;
        this.pidFile = new PidFile(cluster, Proc.SYSTEM);
        this.user = user;
        this.setup = setup;
        this.environment = environment;
        this.log = log;
        this.port = port;
    }

    /** The server of a data folder: {@code folder} holds the cluster, {@code programs} what is unpacked. */
    public static PostgresServer in(
            Path folder,
            Path programs,
            DatabasePasswords passwords,
            Map<String, String> environment,
            Path log,
            int port)
            throws IOException {
        Path cluster = folder.resolve(PostgresBinaries.MAJOR);
        return new PostgresServer(
                new PostgresBinaries(programs.resolve("postgresql-" + PostgresBinaries.MAJOR)),
                cluster,
                PostgresUser.choose(cluster, Programs.SYSTEM),
                new DatabaseSetup(passwords, folder.resolve("prepared"), port),
                environment,
                log,
                port);
    }

    @Override
    public Part part() {
        return Part.POSTGRES;
    }

    @Override
    public void prepare(Spawner spawner) throws IOException {
        binaries.unpack();
        endOrphans();
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            new ClusterInit(binaries, user, environment, log, spawner)
                    .run(cluster, setup.passwords().administrator());
        }
        user.take(cluster);
        pidFile.removeIfStale();
    }

    @Override
    public Spawn spawn() {
        List<String> command = new ArrayList<>(List.of(
                binaries.program("postgres").toString(), "-D", cluster.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach((key, value) -> command.addAll(List.of("-c", key + "=" + value)));
        return new Spawn(part().title(), user.prefix(), command, cluster, environment, log, Signal.INT);
    }

    /** The server itself writes so, as the last thing of its start: no connection is spent on asking. */
    @Override
    public boolean isReady() {
        return pidFile.saysReady();
    }

    @Override
    public void complete() throws IOException {
        setup.run();
    }

    @Override
    public Ending ending() {
        return FAST;
    }

    /**
     * A launcher that was killed may have left a whole server, or a dead server's last backends. They are known by
     * their working directory, which PostgreSQL makes the cluster, so that no other server is ever touched.
     */
    private void endOrphans() {
        List<ProcessId> workers = new Squatters(Proc.SYSTEM).in(cluster, PidFile.PROGRAM::equals);
        for (ProcessId process :
                Stream.concat(pidFile.server().stream(), workers.stream()).toList()) {
            if (FAST.end(process) == Ending.Outcome.STAYED) {
                throw new Refusal("An earlier PostgreSQL (process %d) still holds %s and cannot be stopped."
                        .formatted(process.pid(), cluster));
            }
        }
    }

    /** Owner-only, before anything is written into it. */
    static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(folder.getParent());
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
}
