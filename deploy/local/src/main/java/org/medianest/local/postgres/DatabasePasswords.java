package org.medianest.local.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.medianest.local.place.Part;
import org.medianest.local.place.Secrets;

/** The password of the administrator and of each role that {@code roles.sql} makes. */
public record DatabasePasswords(String administrator, Map<String, String> roles) {
    private static final String MONITOR = "monitor";

    public DatabasePasswords {
        roles = Map.copyOf(roles);
    }

    /** Those that are missing are made. */
    public static DatabasePasswords from(Secrets secrets) throws IOException {
        Map<String, String> roles = new TreeMap<>();
        Stream<String> ofServices = Part.services().stream().flatMap(part -> Stream.of(roleOf(part), ownerOf(part)));
        for (String role : Stream.concat(ofServices, Stream.of(MONITOR)).toList()) {
            roles.put(role, secrets.password(secretOf(role)));
        }
        return new DatabasePasswords(secrets.password("postgres-administrator"), roles);
    }

    /** The role that a service runs with is named like its schema. */
    public static String roleOf(Part service) {
        return switch (service) {
            case AUTH -> "auth";
            case MEDIA -> "media";
            case DOWNLOADS -> "downloads";
            case GATEWAY -> "status";
            case POSTGRES, REDIS -> throw new IllegalArgumentException(service + " has no tables");
        };
    }

    /** The role that the schema of a service belongs to. */
    public static String ownerOf(Part service) {
        return roleOf(service) + "_owner";
    }

    /** Where the password of a role lies. */
    public static Path fileOf(String role, Path secrets) {
        return new Secrets(secrets).passwordFile(secretOf(role));
    }

    private static String secretOf(String role) {
        return "postgres-" + role;
    }

    /** As the variables that {@code roles.sql} names. */
    Map<String, String> variables() {
        return roles.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey() + "_password", Map.Entry::getValue));
    }
}
