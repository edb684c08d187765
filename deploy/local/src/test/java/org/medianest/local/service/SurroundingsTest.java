package org.medianest.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;
import org.medianest.local.place.Ports;
import org.medianest.local.redis.RedisUsers;

class SurroundingsTest {
    private static final Map<String, String> CALLER = Map.of(
            "PATH", "/bin",
            "HOME", "/home/sam",
            "AWS_SECRET_ACCESS_KEY", "not for us",
            "JAVA_TOOL_OPTIONS", "-Dnot=for-us",
            "QUARKUS_HTTP_PORT", "1",
            "QUARKUS_LOG_LEVEL", "DEBUG",
            "MEDIANEST_DOWNLOADS_EXTRACTORS", "generic");

    @Test
    void serviceSeesNothingOfTheCallerButWhatIsMeantForIt() {
        Map<String, String> downloads = surroundings(CALLER).of(Part.DOWNLOADS);

        assertThat(downloads)
                .containsEntry("PATH", "/bin")
                .containsEntry("QUARKUS_HTTP_PORT", "9003")
                .containsEntry("QUARKUS_LOG_LEVEL", "DEBUG")
                .containsEntry("MEDIANEST_DOWNLOADS_EXTRACTORS", "generic")
                .doesNotContainKeys("AWS_SECRET_ACCESS_KEY", "JAVA_TOOL_OPTIONS");
    }

    @Test
    void eachServiceHasItsOwnRoleAndOnlyThoseWithSecretsTheKey() {
        Surroundings surroundings = surroundings(CALLER);

        assertThat(surroundings.of(Part.AUTH))
                .containsEntry("MEDIANEST_POSTGRES", "127.0.0.1:9020/medianest")
                .containsEntry("MEDIANEST_POSTGRES_USERNAME", "auth")
                .containsEntry("MEDIANEST_POSTGRES_PASSWORD_FILE", "/data/secrets/postgres-auth.password")
                .containsKey("MEDIANEST_SECRETS_KEY_FILE");
        assertThat(surroundings.of(Part.MEDIA))
                .containsEntry("MEDIANEST_POSTGRES_USERNAME", "media")
                .containsEntry("MEDIANEST_REDIS", "redis://127.0.0.1:9021")
                .containsEntry("MEDIANEST_REDIS_USERNAME", "media")
                .containsEntry("MEDIANEST_REDIS_PASSWORD_FILE", "/data/secrets/redis_media")
                .containsEntry("MEDIANEST_POSTGRES_PASSWORD_FILE", "/data/secrets/postgres-media.password")
                .containsKey("MEDIANEST_SECRETS_KEY_FILE");
        assertThat(surroundings.of(Part.DOWNLOADS))
                .containsEntry("MEDIANEST_POSTGRES_USERNAME", "downloads")
                .containsEntry("MEDIANEST_POSTGRES_PASSWORD_FILE", "/data/secrets/postgres-downloads.password")
                .containsEntry("MEDIANEST_AUTH_URL", "http://127.0.0.1:9001")
                .doesNotContainKey("MEDIANEST_SECRETS_KEY_FILE");
        assertThat(surroundings.of(Part.GATEWAY))
                .containsEntry("MEDIANEST_DOWNLOADS_URL", "http://127.0.0.1:9003")
                .containsEntry("MEDIANEST_POSTGRES_USERNAME", "status")
                .containsEntry("MEDIANEST_POSTGRES_PASSWORD_FILE", "/data/secrets/postgres-status.password")
                .containsEntry("MEDIANEST_POSTGRES_MIGRATE", "false")
                .containsKey("MEDIANEST_SECRETS_KEY_FILE");
    }

    @Test
    void onlyTheRunThatMigratesKnowsWhoseTheTablesAre() {
        Surroundings surroundings = surroundings(CALLER);

        assertThat(surroundings.ofMigration(Part.GATEWAY))
                .containsEntry("MEDIANEST_POSTGRES_OWNER_USERNAME", "status_owner")
                .containsEntry("MEDIANEST_POSTGRES_OWNER_PASSWORD_FILE", "/data/secrets/postgres-status_owner.password")
                .containsEntry("MEDIANEST_POSTGRES_MIGRATE", "true")
                .containsEntry("QUARKUS_INIT_AND_EXIT", "true");
        assertThat(surroundings.of(Part.GATEWAY))
                .doesNotContainKeys(
                        "MEDIANEST_POSTGRES_OWNER_USERNAME",
                        "MEDIANEST_POSTGRES_OWNER_PASSWORD_FILE",
                        "QUARKUS_INIT_AND_EXIT");
    }

    @Test
    void passwordThatTheCallerSaysTakesThePlaceOfTheFile() {
        Surroundings surroundings = surroundings(Map.of("MEDIANEST_POSTGRES_PASSWORD", "said"));

        assertThat(surroundings.of(Part.AUTH))
                .containsEntry("MEDIANEST_POSTGRES_PASSWORD", "said")
                .doesNotContainKey("MEDIANEST_POSTGRES_PASSWORD_FILE");
    }

    @Test
    void whatTheCallerSaysWinsOverTheDefault() {
        Surroundings surroundings = surroundings(Map.of("MEDIANEST_PUBLIC_URL", "https://nest.example.org"));

        assertThat(surroundings.of(Part.GATEWAY)).containsEntry("MEDIANEST_PUBLIC_URL", "https://nest.example.org");
        assertThat(surroundings.publicUrl()).isEqualTo("https://nest.example.org");
    }

    @Test
    void onlyTheGatewayListensBeyondThisMachine() {
        Surroundings surroundings = surroundings(Map.of());

        assertThat(surroundings.of(Part.GATEWAY)).containsEntry("QUARKUS_HTTP_HOST", "0.0.0.0");
        assertThat(surroundings.of(Part.GATEWAY)).containsEntry("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
        assertThat(surroundings.of(Part.AUTH)).containsEntry("QUARKUS_HTTP_HOST", "127.0.0.1");
    }

    private static Surroundings surroundings(Map<String, String> caller) {
        return new Surroundings(
                new Layout(Path.of("/opt/medianest"), Path.of("/data")),
                new Ports(9000),
                "0.0.0.0",
                new Caller(caller),
                new RedisUsers(Path.of("/data/secrets")),
                Path.of("/data/secrets/secrets.key"));
    }
}
