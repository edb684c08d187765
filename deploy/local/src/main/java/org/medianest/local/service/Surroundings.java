package org.medianest.local.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;
import org.medianest.local.place.Ports;
import org.medianest.local.postgres.DatabasePasswords;
import org.medianest.local.redis.RedisUsers;

/** The environment of each service: what the launcher sets up for it, under what the caller wishes. */
public record Surroundings(Layout layout, Ports ports, String bind, Caller caller, RedisUsers redis, Path secretsKey) {
    /** Whether a service looks after its tables when it starts; here a run of its own does, see {@link Schemas}. */
    private static final String MIGRATE = "MEDIANEST_POSTGRES_MIGRATE";

    private static final String LOOPBACK = "127.0.0.1";

    public Map<String, String> of(Part service) {
        Map<String, String> variables = new TreeMap<>(caller.basics());
        // Many small arenas of malloc cost more memory than they save time.
        variables.put("MALLOC_ARENA_MAX", "2");
        // There is no other replica to go to: what has begun gets a moment, and nobody waits for more.
        variables.put("QUARKUS_SHUTDOWN_DELAY", "0s");
        variables.put("QUARKUS_SHUTDOWN_TIMEOUT", "1s");
        variables.put("QUARKUS_HTTP_HOST", service == Part.GATEWAY ? bind : LOOPBACK);
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
        variables.put("QUARKUS_MANAGEMENT_HOST", LOOPBACK);
        variables.put("QUARKUS_MANAGEMENT_PORT", Integer.toString(ports.managementOf(service)));
        variables.put("MEDIANEST_REDIS", "redis://%s:%d".formatted(LOOPBACK, ports.of(Part.REDIS)));
        variables.put("MEDIANEST_REDIS_USERNAME", RedisUsers.userOf(service));
        variables.put(
                "MEDIANEST_REDIS_PASSWORD_FILE",
                redis.passwordFile(RedisUsers.userOf(service)).toString());
        switch (service) {
            case AUTH -> addAuth(variables);
            case MEDIA -> addMedia(variables);
            case DOWNLOADS -> addDownloads(variables);
            case GATEWAY -> addGateway(variables);
            case POSTGRES, REDIS -> throw new IllegalArgumentException(service + " is not a service");
        }
        caller.wishes().forEach((name, value) -> {
            // a password that is said takes the place of one in a file
            variables.remove(name + "_FILE");
            variables.put(name, value);
        });
        return variables;
    }

    /** Of the run that brings the tables of a service up to date and ends. */
    Map<String, String> ofMigration(Part service) {
        Map<String, String> variables = new TreeMap<>(of(service));
        String owner = DatabasePasswords.ownerOf(service);
        variables.put("MEDIANEST_POSTGRES_OWNER_USERNAME", owner);
        variables.put("MEDIANEST_POSTGRES_OWNER_PASSWORD_FILE", passwordFile(owner));
        variables.put(MIGRATE, "true");
        variables.put("QUARKUS_INIT_AND_EXIT", "true");
        return variables;
    }

    private void addAuth(Map<String, String> variables) {
        addDatabase(variables, Part.AUTH);
        variables.put("MEDIANEST_PUBLIC_URL", publicUrl());
        variables.put("MEDIANEST_SECRETS_KEY_FILE", secretsKey.toString());
        variables.put("MEDIANEST_AUTH_SETUP_CODE_FILE", layout.setupCode().toString());
    }

    private void addMedia(Map<String, String> variables) {
        addResourceServer(variables, Part.MEDIA);
        variables.put("MEDIANEST_SECRETS_KEY_FILE", secretsKey.toString());
    }

    private void addDownloads(Map<String, String> variables) {
        addResourceServer(variables, Part.DOWNLOADS);
        variables.put("MEDIANEST_DOWNLOADS_LIBRARY", layout.library().toString());
    }

    private void addResourceServer(Map<String, String> variables, Part service) {
        addDatabase(variables, service);
        variables.put("MEDIANEST_AUTH_URL", url(Part.AUTH));
    }

    private void addGateway(Map<String, String> variables) {
        addDatabase(variables, Part.GATEWAY);
        variables.put("MEDIANEST_SECRETS_KEY_FILE", secretsKey.toString());
        variables.put("MEDIANEST_PUBLIC_URL", publicUrl());
        variables.put("MEDIANEST_AUTH_URL", url(Part.AUTH));
        variables.put("MEDIANEST_MEDIA_URL", url(Part.MEDIA));
        variables.put("MEDIANEST_DOWNLOADS_URL", url(Part.DOWNLOADS));
        if (Files.isDirectory(layout.webRoot())) {
            variables.put("MEDIANEST_GATEWAY_WEB_ROOT", layout.webRoot().toString());
        }
    }

    private void addDatabase(Map<String, String> variables, Part service) {
        variables.put("MEDIANEST_POSTGRES", "%s:%d/medianest".formatted(LOOPBACK, ports.of(Part.POSTGRES)));
        String role = DatabasePasswords.roleOf(service);
        variables.put("MEDIANEST_POSTGRES_USERNAME", role);
        variables.put("MEDIANEST_POSTGRES_PASSWORD_FILE", passwordFile(role));
        variables.put(MIGRATE, "false");
    }

    private String passwordFile(String role) {
        return DatabasePasswords.fileOf(role, layout.secrets()).toString();
    }

    private String url(Part service) {
        return "http://%s:%d".formatted(LOOPBACK, ports.of(service));
    }

    /** The address for browsers. */
    public String publicUrl() {
        return caller.environment()
                .getOrDefault("MEDIANEST_PUBLIC_URL", PublicAddress.of(bind, ports.of(Part.GATEWAY)));
    }

    public Path library() {
        return Path.of(caller.environment()
                .getOrDefault("MEDIANEST_DOWNLOADS_LIBRARY", layout.library().toString()));
    }
}
