package org.medianest.compose.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medianest.compose.testing.ComposeFiles;
import org.medianest.compose.testing.Repository;

/** What every container may and may not, in every set of files. */
class ContainmentTest {
    private static final Set<String> SERVICES =
            Set.of("gateway-service", "auth-service", "media-request-service", "download-service");
    private static final Pattern SECRET_NAME = Pattern.compile("PASSWORD|SECRET|TOKEN|CIPHER|(^|_)KEY($|_)");

    static Stream<ComposeFiles> all() {
        return Stream.of(
                ComposeFiles.of(),
                ComposeFiles.of("compose.prod.yaml"),
                ComposeFiles.of("compose.prod.yaml", "compose.mail.yaml"),
                ComposeFiles.of("compose.build.yaml", "compose.dev.yaml"),
                ComposeFiles.of("compose.build.yaml", "compose.test.yaml"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyContainerIsContained(ComposeFiles files) {
        List<String> faults = new ArrayList<>();
        files.services().forEach((name, service) -> {
            demand(faults, name, "a read-only root", service.path("read_only").asBoolean());
            demand(
                    faults,
                    name,
                    "no capability",
                    ComposeFiles.texts(service.path("cap_drop")).equals(List.of("ALL")));
            demand(faults, name, "no added capability", service.path("cap_add").isMissingNode());
            demand(
                    faults,
                    name,
                    "no way to new privileges",
                    ComposeFiles.texts(service.path("security_opt")).contains("no-new-privileges:true"));
            demand(
                    faults,
                    name,
                    "a user who is not root",
                    service.path("user").asText().matches("[1-9]\\d*:[1-9]\\d*"));
            demand(faults, name, "a limit of memory", mebibytes(service, "mem_limit") > 0);
            demand(
                    faults,
                    name,
                    "a reservation below its limit",
                    mebibytes(service, "mem_reservation") > 0
                            && mebibytes(service, "mem_reservation") <= mebibytes(service, "mem_limit"));
            demand(faults, name, "a limit of processors", service.path("cpus").asDouble() > 0);
            demand(
                    faults,
                    name,
                    "a limit of processes",
                    service.path("pids_limit").asInt() > 0);
            demand(
                    faults,
                    name,
                    "logs that are rotated",
                    service.path("logging")
                                    .path("options")
                                    .path("max-size")
                                    .asText()
                                    .equals("10m")
                            && service.path("logging")
                                    .path("options")
                                    .path("max-file")
                                    .asText()
                                    .equals("3"));
            demand(
                    faults,
                    name,
                    "a word on restarts",
                    !service.path("restart").asText().isEmpty());
            demand(faults, name, "a network", !service.path("networks").isEmpty());
            demand(
                    faults,
                    name,
                    "a name of Compose's, so that there can be two",
                    service.path("container_name").isMissingNode());
            demand(
                    faults,
                    name,
                    "no word of privileges",
                    service.path("privileged").isMissingNode());
            // Compose refuses a limit of processes beside a deploy block with limits that does not repeat it.
            demand(faults, name, "limits in one place", service.path("deploy").isMissingNode());
        });
        assertThat(faults).isEmpty();
    }

    @Test
    void nginxAlonePublishesPorts() {
        Stream.of(ComposeFiles.of(), ComposeFiles.of("compose.prod.yaml"))
                .forEach(files -> assertThat(publishing(files).keySet()).containsExactly("nginx"));
        assertThat(ComposeFiles.texts(ComposeFiles.of().service("nginx").path("ports")))
                .containsExactly("${MEDIANEST_HTTP_PORT:-80}:8080", "${MEDIANEST_HTTPS_PORT:-443}:8443");
    }

    @Test
    void whatElseIsPublishedForWorkAndTestsStaysOnTheMachine() {
        Stream.of(ComposeFiles.of("compose.dev.yaml"), ComposeFiles.of("compose.test.yaml"))
                .forEach(files -> {
                    Map<String, List<String>> others = publishing(files);
                    others.remove("nginx");
                    assertThat(others).isNotEmpty();
                    others.values().forEach(ports -> assertThat(ports).allMatch(port -> port.startsWith("127.0.0.1:")));
                });
    }

    @Test
    void dataCannotReachTheInternetAndNginxCannotReachTheData() {
        ComposeFiles files = ComposeFiles.of("compose.prod.yaml");

        assertThat(files.merged().path("networks").path("data").path("internal").asBoolean())
                .isTrue();
        assertThat(files.merged()
                        .path("networks")
                        .path("services")
                        .path("internal")
                        .asBoolean())
                .isTrue();
        assertThat(networks(files, "nginx")).containsExactly("edge");
        Stream.of("postgres", "redis", "backup")
                .forEach(name -> assertThat(networks(files, name)).containsExactly("data"));
        assertThat(files.services().keySet().stream()
                        .filter(name -> networks(files, name).contains("edge")))
                .containsExactlyInAnyOrder("nginx", "gateway-service", "certificates");
        assertThat(files.services().keySet().stream()
                        .filter(name -> networks(files, name).contains("egress")))
                .containsExactlyInAnyOrder(
                        "gateway-service",
                        "auth-service",
                        "media-request-service",
                        "download-service",
                        "certificates",
                        "ytdlp-update");
    }

    @ParameterizedTest
    @MethodSource("all")
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

    @Test
    void memoryFitsTheBudget() {
        ComposeFiles files = ComposeFiles.of("compose.prod.yaml");

        assertThat(sum(files, "mem_limit")).isEqualTo(1024);
        assertThat(sum(files, "mem_reservation")).isEqualTo(512);
        assertThat(mebibytes(files.service("postgres"), "mem_limit")).isEqualTo(512);
        assertThat(mebibytes(files.service("postgres"), "mem_reservation")).isEqualTo(256);
        assertThat(mebibytes(files.service("redis"), "mem_limit")).isEqualTo(256);
        assertThat(mebibytes(files.service("redis"), "mem_reservation")).isEqualTo(128);
    }

    @Test
    void processorsOfTheDataFitTheBudget() {
        ComposeFiles files = ComposeFiles.of("compose.prod.yaml");

        assertThat(files.service("postgres").path("cpus").asDouble()).isEqualTo(0.5);
        assertThat(files.service("redis").path("cpus").asDouble()).isEqualTo(0.25);
        assertThat(SERVICES)
                .allSatisfy(name ->
                        assertThat(files.service(name).path("cpus").asDouble()).isEqualTo(1));
    }

    @Test
    void developmentSaysAllThereIsToSay() {
        ComposeFiles files = ComposeFiles.of("compose.build.yaml", "compose.dev.yaml");

        assertThat(SERVICES)
                .allSatisfy(name -> assertThat(files.service(name)
                                .path("environment")
                                .path("QUARKUS_LOG_CATEGORY__ORG_MEDIANEST__LEVEL")
                                .asText())
                        .isEqualTo("DEBUG"));
    }

    @Test
    void nothingStartsBeforeWhatItNeeds() {
        ComposeFiles files = ComposeFiles.of();

        SERVICES.forEach(name -> {
            JsonNode needs = files.service(name).path("depends_on");
            assertThat(needs.path("redis").path("condition").asText()).isEqualTo("service_healthy");
            assertThat(needs.propertyStream().filter(need -> need.getKey().startsWith("migrate-")))
                    .singleElement()
                    .satisfies(need -> {
                        assertThat(need.getValue().path("condition").asText())
                                .isEqualTo("service_completed_successfully");
                        assertThat(files.service(need.getKey()).path("image"))
                                .isEqualTo(files.service(name).path("image"));
                    });
        });
        assertThat(files.service("roles")
                        .path("depends_on")
                        .path("postgres")
                        .path("condition")
                        .asText())
                .isEqualTo("service_healthy");
    }

    /** Either Compose says how to ask, or the image does. */
    @ParameterizedTest
    @MethodSource("all")
    void everythingThatStaysIsAskedForItsHealth(ComposeFiles files) {
        files.services().forEach((name, service) -> {
            boolean stays = !service.path("restart").asText().equals("no") || name.equals("homelab");
            boolean excused = service.path("healthcheck").path("disable").asBoolean();
            if (stays && !excused) {
                assertThat(service.path("healthcheck").path("interval").asText())
                        .as(name)
                        .isNotEmpty();
                assertThat(service.path("healthcheck").toString()).as(name).doesNotContain("curl", "wget", "CMD-SHELL");
            }
        });
    }

    @Test
    void servicesMayTakeLongerToStopThanTheyDrain() {
        String shared = Repository.text("service-commons/src/main/resources/META-INF/microprofile-config.properties");
        int drain = Integer.parseInt(Pattern.compile("quarkus\\.shutdown\\.timeout=(\\d+)s")
                .matcher(shared)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1));

        SERVICES.forEach(name -> assertThat(Integer.parseInt(ComposeFiles.of()
                        .service(name)
                        .path("stop_grace_period")
                        .asText()
                        .replace("s", "")))
                .isGreaterThan(drain + 5));
    }

    private static void demand(List<String> faults, String service, String what, boolean there) {
        if (!there) {
            faults.add(service + " lacks " + what);
        }
    }

    private static Map<String, List<String>> publishing(ComposeFiles files) {
        Map<String, List<String>> ports = new TreeMap<>();
        files.services().forEach((name, service) -> {
            if (service.has("ports")) {
                ports.put(name, ComposeFiles.texts(service.path("ports")));
            }
        });
        return ports;
    }

    private static List<String> networks(ComposeFiles files, String service) {
        return ComposeFiles.texts(files.service(service).path("networks"));
    }

    private static List<String> secrets(ComposeFiles files, String service) {
        return ComposeFiles.texts(files.service(service).path("secrets"));
    }

    private static int sum(ComposeFiles files, String limit) {
        return SERVICES.stream()
                .mapToInt(name -> mebibytes(files.service(name), limit))
                .sum();
    }

    private static int mebibytes(JsonNode service, String limit) {
        String value = service.path(limit).asText("0m");
        return Integer.parseInt(value.replace("m", ""));
    }
}
