package org.medianest.local.postgres;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.medianest.local.place.Part;
import org.medianest.local.place.Secrets;

/** The password of the administrator and of each service. */
public record DatabasePasswords(String administrator, Map<Part, String> services) {

    public DatabasePasswords {
        services = Map.copyOf(services);
    }

    public static DatabasePasswords from(Secrets secrets) throws IOException {
        Map<Part, String> services = new EnumMap<>(Part.class);
        for (Part part : Part.services()) {
            services.put(part, secrets.password("postgres-" + roleOf(part)));
        }
        return new DatabasePasswords(secrets.password("postgres-administrator"), services);
    }

    /** The role of a service is named like its schema. */
    public static String roleOf(Part service) {
        return switch (service) {
            case AUTH -> "auth";
            case MEDIA -> "media";
            case DOWNLOADS -> "downloads";
            case GATEWAY -> "status";
            case POSTGRES, REDIS -> throw new IllegalArgumentException(service + " has no tables");
        };
    }

    /** As the variables that {@code roles.sql} names. */
    Map<String, String> variables() {
        return services.entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        entry -> roleOf(entry.getKey()) + "_password", Map.Entry::getValue));
    }
}
