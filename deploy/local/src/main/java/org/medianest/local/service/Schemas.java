package org.medianest.local.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;
import org.medianest.local.process.Signal;
import org.medianest.local.process.Spawn;

/**
 * The tables of the services: each is brought up to date by a run of its service that ends afterwards, so that the one that stays
 * carries nothing of it. What was done is noted in a file; an ordinary start has nothing to do.
 */
public record Schemas(Layout layout, Surroundings surroundings, JavaCommand java) {
    /** The services whose tables may be older than their code. */
    public List<Part> outdated() {
        return Part.services().stream().filter(service -> !isCurrent(service)).toList();
    }

    /** The run that brings the tables of a service up to date. */
    public Spawn migration(Part service) {
        Path application = layout.application(service);
        return new Spawn(
                service.title(),
                List.of(),
                java.of(service, application),
                application,
                surroundings.ofMigration(service),
                layout.log(service),
                Signal.TERM);
    }

    public void done(Part service) throws IOException {
        Files.createDirectories(note(service).getParent());
        Files.writeString(note(service), fingerprint(service));
    }

    private boolean isCurrent(Part service) {
        try {
            return Files.exists(note(service))
                    && Files.readString(note(service)).equals(fingerprint(service));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Path note(Part service) {
        return layout.postgres().resolve("migrated").resolve(service.title());
    }

    /** Of all that is ours in the service: the migrations are in it. */
    private String fingerprint(Part service) throws IOException {
        MessageDigest digest = sha256();
        for (Path jar : ownJars(service)) {
            try (InputStream bytes = new DigestInputStream(Files.newInputStream(jar), digest)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private List<Path> ownJars(Part service) throws IOException {
        try (Stream<Path> files = Files.walk(layout.application(service), 3)) {
            return files.filter(file -> isOwn(file.getFileName().toString(), service))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOwn(String name, Part service) {
        return name.endsWith(".jar")
                && (name.startsWith(service.title())
                        || name.startsWith("org.medianest.")
                        || name.equals("quarkus-run.jar"));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
