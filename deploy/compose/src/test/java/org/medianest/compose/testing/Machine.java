package org.medianest.compose.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.medianest.local.process.Programs;

/** Programs of the machine; a test that needs one that is not there is skipped, and says which. */
public final class Machine {
    private static final Programs PROGRAMS =
            new Programs(System.getenv().getOrDefault("PATH", "/usr/bin:/bin") + ":/usr/sbin:/sbin");

    private Machine() {}

    public static Path program(String name) {
        return PROGRAMS.find(name).orElseGet(() -> abort(name + " is not installed on this machine"));
    }

    /** A program of the system's PostgreSQL server, which is not on the search path on Debian. */
    public static Path postgresProgram(String name) {
        return Stream.of("18", "17", "16", "15")
                .map(version -> Path.of("/usr/lib/postgresql", version, "bin", name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> program(name));
    }
}
