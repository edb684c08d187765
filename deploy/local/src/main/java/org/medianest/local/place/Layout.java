package org.medianest.local.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/** Where the built suite lies ({@code root}) and where one MediaNest keeps what is its own ({@code data}). */
public record Layout(Path root, Path data) {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    public Layout {
        root = root.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
    }

    public Path postgres() {
        return data.resolve("postgres");
    }

    public Path redis() {
        return data.resolve("redis");
    }

    public Path library() {
        return data.resolve("library");
    }

    public Path secrets() {
        return data.resolve("secrets");
    }

    public Path logs() {
        return data.resolve("logs");
    }

    /** What runs: the lock and one record a process. */
    public Path run() {
        return data.resolve("run");
    }

    /** Server programs, unpacked once. */
    public Path programs() {
        return data.resolve("programs");
    }

    public Path log(Part part) {
        return logs().resolve(part.title() + ".log");
    }

    public Path application(Part service) {
        return root.resolve(service.title()).resolve("target/quarkus-app");
    }

    public Path webRoot() {
        return root.resolve("web-ui/dist");
    }

    /** What Redis runs with, the same files as in containers. */
    public Path redisFiles() {
        return root.resolve("infrastructure/redis");
    }

    public Path setupCode() {
        return secrets().resolve("setup-code");
    }

    /** Everything that a reset takes away; the build stamp beside it stays. */
    public List<Path> belongings() {
        return List.of(postgres(), redis(), library(), secrets(), logs(), run(), programs());
    }

    public void create() throws IOException {
        Files.createDirectories(data);
        for (Path folder : List.of(redis(), library(), secrets(), logs(), run())) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, OWNER_ONLY);
        }
        Files.createDirectories(postgres());
        Files.createDirectories(programs());
    }
}
