package org.medianest.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.medianest.local.place.Folders;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.Programs;

/** Who PostgreSQL runs as. It refuses to run as root, and root is who starts it on many small servers. */
public sealed interface PostgresUser {

    /** What stands before its commands. */
    List<String> prefix();

    /** Makes the folder belong to this user. */
    default void take(Path folder) throws IOException {}

    /** Not root: simply us. */
    record Caller() implements PostgresUser {
        @Override
        public List<String> prefix() {
            return List.of();
        }
    }

    /** Root outside, nobody inside a user namespace of its own: the files stay root's and every path is reachable. */
    record Namespace(Path unshare) implements PostgresUser {
        @Override
        public List<String> prefix() {
            return List.of(unshare.toString(), "--user", "--");
        }
    }

    /** An unprivileged user of the machine, where user namespaces are forbidden (most containers). */
    record Other(Path setpriv, int uid, int gid) implements PostgresUser {
        @Override
        public List<String> prefix() {
            return List.of(setpriv.toString(), "--reuid=" + uid, "--regid=" + gid, "--clear-groups", "--");
        }

        @Override
        public void take(Path folder) throws IOException {
            if (!Files.getAttribute(folder, "unix:uid").equals(uid)) {
                Folders.give(folder, uid, gid);
            }
            if (!succeeds(Stream.concat(prefix().stream(), Stream.of("test", "-w", folder.toString()))
                    .toList())) {
                throw new Refusal("PostgreSQL does not run as root, and another user cannot reach %s.".formatted(folder)
                        + " Choose a folder that all may enter, for example: ./medianest up --data /var/lib/medianest");
            }
        }
    }

    /** The way that works here, for this folder: it stays with the user that it belongs to. */
    static PostgresUser choose(Path folder, Programs programs) throws IOException {
        if (!System.getProperty("user.name", "").equals("root")) {
            return new Caller();
        }
        int owner = Files.exists(folder) ? (Integer) Files.getAttribute(folder, "unix:uid") : 0;
        if (owner == 0) {
            for (Path unshare : programs.find("unshare").stream().toList()) {
                Namespace namespace = new Namespace(unshare);
                if (succeeds(Stream.concat(namespace.prefix().stream(), Stream.of("true"))
                        .toList())) {
                    return namespace;
                }
            }
        }
        Path setpriv = programs.find("setpriv")
                .orElseThrow(() -> new Refusal(
                        "PostgreSQL does not run as root, and neither unshare nor setpriv can change that here:"
                                + " install util-linux, or start MediaNest as another user."));
        return owner == 0
                ? unprivileged(setpriv)
                : new Other(setpriv, owner, (Integer) Files.getAttribute(folder, "unix:gid"));
    }

    private static Other unprivileged(Path setpriv) throws IOException {
        try (Stream<String> users = Files.lines(Path.of("/etc/passwd"))) {
            List<String[]> known = users.map(line -> line.split(":"))
                    .filter(user -> user.length > 3)
                    .toList();
            return Stream.of("postgres", "nobody")
                    .flatMap(name -> known.stream().filter(user -> user[0].equals(name)))
                    .findFirst()
                    .map(user -> new Other(setpriv, Integer.parseInt(user[2]), Integer.parseInt(user[3])))
                    .orElseGet(() -> new Other(setpriv, 65534, 65534));
        }
    }

    private static boolean succeeds(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
