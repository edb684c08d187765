package org.medianest.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.medianest.local.place.Folders;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.Signal;
import org.medianest.local.process.Spawn;
import org.medianest.local.process.Spawner;

/** Makes an empty cluster; it appears whole or not at all. */
record ClusterInit(
        PostgresBinaries binaries, PostgresUser user, Map<String, String> environment, Path log, Spawner spawner) {

    void run(Path cluster, String administratorPassword) throws IOException {
        Path fresh = cluster.resolveSibling("new");
        Folders.remove(fresh);
        PostgresServer.createPrivate(fresh);
        Path passwordFile = fresh.resolveSibling("new.password");
        Files.deleteIfExists(passwordFile);
        Files.createFile(
                passwordFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile, administratorPassword + "\n");
        try {
            user.take(fresh);
            user.take(passwordFile);
            initialise(fresh, passwordFile);
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private void initialise(Path cluster, Path passwordFile) throws IOException {
        List<String> command = List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + cluster,
                "--username=" + DatabaseSetup.ADMINISTRATOR,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--data-checksums",
                "--encoding=UTF8",
                // Sorting must not change with the libraries of the machine.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
        Spawn spawn = new Spawn("initdb", user.prefix(), command, cluster, environment, log, Signal.TERM);
        if (spawner.run(spawn) != 0) {
            throw new Refusal("PostgreSQL could not make its data folder; the end of %s says why.".formatted(log));
        }
    }
}
