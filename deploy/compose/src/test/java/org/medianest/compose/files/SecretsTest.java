package org.medianest.compose.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medianest.compose.testing.ComposeFiles;

/** Who is given which secret, and how. */
class SecretsTest {
    private static final Pattern SECRET_NAME = Pattern.compile("PASSWORD|SECRET|TOKEN|CIPHER|(^|_)KEY($|_)");

    @ParameterizedTest
    @MethodSource("org.medianest.compose.testing.ComposeFiles#all")
    void noSecretIsInTheEnvironment(ComposeFiles files) {
        List<String> faults = new ArrayList<>();
        files.services()
                .forEach((name, service) -> service.path("environment")
                        .properties()
                        .forEach(variable -> {
                            boolean secret =
                                    SECRET_NAME.matcher(variable.getKey()).find();
                            String value = variable.getValue().asText();
                            if (secret
                                    && !(value.startsWith("/run/secrets/")
                                            || variable.getKey().equals("MEDIANEST_NGINX_CERTIFICATE_KEY"))) {
                                faults.add(name + " " + variable.getKey());
                            }
                            if (value.startsWith("/run/secrets/")
                                    && !ComposeFiles.texts(service.path("secrets"))
                                            .contains(value.substring("/run/secrets/".length()))) {
                                faults.add(name + " is not given " + value);
                            }
                        }));
        assertThat(faults).isEmpty();
    }

    @Test
    void eachServiceGetsItsOwnSecretsOnly() {
        ComposeFiles files = ComposeFiles.of("compose.prod.yaml");

        assertThat(secrets(files, "auth-service"))
                .containsExactlyInAnyOrder("postgres_auth", "redis_auth", "secrets_key");
        assertThat(secrets(files, "media-request-service"))
                .containsExactlyInAnyOrder("postgres_media", "redis_media", "secrets_key");
        assertThat(secrets(files, "download-service"))
                .containsExactlyInAnyOrder("postgres_downloads", "redis_downloads");
        assertThat(secrets(files, "gateway-service"))
                .containsExactlyInAnyOrder("postgres_status", "redis_gateway", "secrets_key");
        assertThat(secrets(files, "nginx")).isEmpty();
        assertThat(files.section("secrets").keySet())
                .isEqualTo(files.services().keySet().stream()
                        .flatMap(name -> secrets(files, name).stream())
                        .collect(Collectors.toSet()));
    }

    private static List<String> secrets(ComposeFiles files, String service) {
        return ComposeFiles.texts(files.service(service).path("secrets"));
    }
}
