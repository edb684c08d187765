package org.medianest.compose.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.medianest.compose.testing.Machine;
import org.medianest.compose.testing.Repository;

/** The volumes of one installation in a folder, with its PostgreSQL, and the scripts of infrastructure/backup run on them. */
final class BackedUpNest implements AutoCloseable {
    static final String PASSPHRASE = "a passphrase of the test";

    /** Made once for all tests, each of which gets a copy. */
    private static final class Template {
        static final BackedUpNest NEST = template();
    }

    private final Path folder;
    private final OtherUser user = new OtherUser();
    private final Map<String, String> environment;

    private BackedUpNest(Path folder) {
        this.folder = folder;
        this.environment = Map.ofEntries(
                Map.entry("PATH", System.getenv("PATH")),
                Map.entry("TZ", "UTC"),
                Map.entry("MEDIANEST_BACKUP_FOLDER", folder.resolve("backups").toString()),
                Map.entry(
                        "MEDIANEST_BACKUP_CIPHER_FILE", folder.resolve("cipher").toString()),
                Map.entry("MEDIANEST_BACKUP_MEDIA", folder.resolve("media").toString()),
                Map.entry("MEDIANEST_BACKUP_CONF_D", folder.resolve("conf.d").toString()),
                Map.entry("MEDIANEST_BACKUP_LOCKS", folder.resolve("locks").toString()),
                Map.entry("MEDIANEST_BACKUP_SCRIPTS", scripts().toString()),
                Map.entry("PGDATA", data().toString()),
                Map.entry("PGHOST", folder.resolve("socket").toString()),
                Map.entry("PGPORT", "5432"));
    }

    /** One with the tables of all services, some rows and a full backup; its database runs. */
    static BackedUpNest running() {
        Machine.program("pgbackrest");
        Machine.postgresProgram("pg_ctl");
        return Template.NEST.copy();
    }

    private static BackedUpNest template() {
        BackedUpNest nest = built();
        Runtime.getRuntime().addShutdownHook(new Thread(nest::close));
        nest.sql("insert into downloads.discarded_file (path) values ('a-planted-mark');"
                + " insert into downloads.discarded_file (path) select 'anna/' || n from generate_series(1, 999) n");
        nest.done("backup", "full");
        nest.stop();
        return nest;
    }

    private static BackedUpNest built() {
        try {
            BackedUpNest nest = new BackedUpNest(privateFolder());
            for (String name : List.of("socket", "backups", "media/anna", "conf.d")) {
                Files.createDirectories(nest.folder.resolve(name));
            }
            Files.writeString(nest.folder.resolve("cipher"), PASSPHRASE);
            Files.writeString(nest.folder.resolve("media/anna/Some film.mp4"), "film");
            nest.takeScripts();
            nest.user.take(nest.folder);
            nest.initialise();
            return nest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with the same history, at another place. */
    private BackedUpNest copy() {
        BackedUpNest copy = new BackedUpNest(privateFolder());
        copy.user.take(copy.folder);
        copy.must("cp", "-a", folder + "/.", copy.folder + "/");
        copy.must(
                "sed",
                "-i",
                "s|" + folder + "|" + copy.folder + "|",
                copy.data().resolve("postgresql.conf").toString());
        copy.start();
        return copy;
    }

    Path folder() {
        return folder;
    }

    Path data() {
        return folder.resolve("data");
    }

    /** Its locks are its own, as in a container: pushing WAL in the background must not hold up the scripts. */
    void start() {
        must(
                "env",
                "MEDIANEST_BACKUP_LOCKS=" + folder.resolve("server-locks"),
                postgres("pg_ctl"),
                "start",
                "--wait",
                "--silent",
                "--log=" + folder.resolve("log"),
                "--options=-c unix_socket_directories='%s' -c listen_addresses='' -c fsync=off"
                        .formatted(folder.resolve("socket")));
    }

    void stop() {
        must(postgres("pg_ctl"), "stop", "--wait", "--silent", "--mode=fast");
    }

    /** What a disk does that dies. */
    void loseDatabase() {
        must(postgres("pg_ctl"), "stop", "--wait", "--silent", "--mode=immediate");
        must("rm", "-rf", data().toString());
    }

    /** What the administrator of the database gets to read. */
    String sql(String statements) {
        return must("psql", "-XqAt", "-v", "ON_ERROR_STOP=1", "-U", "postgres", "-d", "medianest", "-c", statements)
                .strip();
    }

    /** A script of infrastructure/backup. */
    Said script(String name, String... arguments) {
        return script(Map.of(), name, arguments);
    }

    Said script(Map<String, String> besides, String name, String... arguments) {
        List<String> command = new ArrayList<>(List.of(scripts().resolve(name).toString()));
        command.addAll(List.of(arguments));
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(besides);
        return user.run(all, command);
    }

    /** The same, which must go well. */
    String done(String name, String... arguments) {
        Said said = script(name, arguments);
        assertThat(said.code()).as("%s", said.text()).isZero();
        return said.text();
    }

    /** Any command as the user of the database. */
    Said attempt(List<String> command) {
        return user.run(environment, command);
    }

    /** The same, which must go well. */
    String must(String... command) {
        Said said = attempt(List.of(command));
        assertThat(said.code()).as("%s", said.text()).isZero();
        return said.text();
    }

    /** These very files, where the user of the database can read them wherever the repository lies. */
    private void takeScripts() throws IOException {
        for (String name : List.of("infrastructure/backup", "infrastructure/postgres", "deploy/compose")) {
            Path target = Files.createDirectories(folder.resolve(name));
            try (Stream<Path> files = Files.list(Repository.file(name))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, target.resolve(file.getFileName().toString()), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private void initialise() {
        must(postgres("initdb"), "-U", "postgres", "--auth=trust", "--data-checksums", "--encoding=UTF8", "--no-sync");
        must("sh", "-c", "echo \"include '$MEDIANEST_BACKUP_SCRIPTS/archive.conf'\" >>\"$PGDATA/postgresql.conf\"");
        start();
        must("createdb", "-U", "postgres", "medianest");
        Tables.apply(this);
    }

    Path scripts() {
        return folder.resolve("infrastructure/backup");
    }

    static Path postgresPrograms() {
        return Machine.postgresProgram("pg_ctl").resolveSibling(".").normalize();
    }

    private static String postgres(String program) {
        return Machine.postgresProgram(program).toString();
    }

    private static Path privateFolder() {
        try {
            // Short: the path of a socket has 107 characters at most.
            Path folder = Files.createTempDirectory("medianest-backup");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (Files.exists(data().resolve("postmaster.pid"))) {
            must(postgres("pg_ctl"), "stop", "--wait", "--silent", "--mode=immediate");
        }
        must("sh", "-c", "rm -rf \"$1\"/*", "-", folder.toString());
        folder.toFile().delete();
    }
}
