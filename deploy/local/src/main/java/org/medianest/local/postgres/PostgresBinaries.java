package org.medianest.local.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.medianest.local.place.Folders;
import org.medianest.local.place.Refusal;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL, unpacked once from the Maven artifact into a folder of ours. */
public record PostgresBinaries(Path home) {
    /** The major version of the artifact: a cluster of another one cannot be opened. */
    public static final String MAJOR = "17";

    public Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    public void unpack() throws IOException {
        if (Files.isExecutable(program("postgres"))) {
            return;
        }
        String resource = "/" + resourceFor(System.getProperty("os.name"), System.getProperty("os.arch"));
        Path fresh = home.resolveSibling(home.getFileName() + ".new");
        Folders.remove(fresh);
        try (@Nullable InputStream archive = PostgresBinaries.class.getResourceAsStream(resource)) {
            if (archive == null) {
                throw new Refusal("There is no PostgreSQL for this kind of machine in the build (%s)."
                        .formatted(resource.substring(1)));
            }
            unpack(new TarArchiveInputStream(new XZInputStream(archive)), fresh);
        }
        Folders.remove(home);
        Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
    }

    static String resourceFor(String system, String processor) {
        String os = system.toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String cpu = processor.equals("aarch64") ? "arm_64" : "x86_64";
        return "postgres-%s-%s.txz".formatted(os, cpu);
    }

    private static void unpack(TarArchiveInputStream archive, Path folder) throws IOException {
        for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
            Path target = folder.resolve(entry.getName()).normalize();
            if (!target.startsWith(folder)) {
                throw new IOException("An entry leads out of the archive: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else {
                Files.createDirectories(target.getParent());
                unpack(archive, entry, target);
            }
        }
    }

    private static void unpack(TarArchiveInputStream archive, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, target);
        Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
        permissions.addAll(EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ));
        if ((entry.getMode() & 0100) != 0) {
            permissions.addAll(EnumSet.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        Files.setPosixFilePermissions(target, permissions);
    }
}
