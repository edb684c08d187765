package org.medianest.compose.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.medianest.compose.testing.Machine;
import org.medianest.compose.testing.Repository;
import org.medianest.local.place.Part;
import org.medianest.local.process.Child;
import org.medianest.local.process.Ending;
import org.medianest.local.process.Programs;
import org.medianest.local.process.Signal;
import org.medianest.local.process.Spawn;
import org.medianest.local.process.Spawner;
import org.medianest.local.testing.FreePorts;
import org.yaml.snakeyaml.Yaml;

/**
 * What compose.monitoring.yaml starts, as processes of this machine: Prometheus with the very rules and jobs that it gets there, only that
 * everybody is found on this machine, and looks more often.
 */
final class Watchers implements AutoCloseable {
    private final Path folder;
    private final Spawner spawner = new Spawner(Programs.SYSTEM);
    private final Map<String, Integer> ports = new TreeMap<>();
    private final Map<String, Child> children = new LinkedHashMap<>();
    private String blackboxTarget = "";
    private final HttpClient client = HttpClient.newHttpClient();

    Watchers(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        for (Map<String, ?> job : jobs(Monitoring.yaml(configuration()))) {
            ports.put(Panel.text(job, "job_name"), FreePorts.one());
        }
    }

    void start(WatchedDemo demo) throws IOException, InterruptedException {
        for (Part service : Part.services()) {
            ports.put(service.title(), demo.managementPortOf(service));
        }
        exporters(demo);
        start(
                "alertmanager",
                Map.of(),
                "prometheus-alertmanager",
                "--config.file=" + Monitoring.PROMETHEUS.resolveSibling("alertmanager/alertmanager.yml"),
                "--web.listen-address=" + address("alertmanager"),
                "--cluster.listen-address=",
                "--storage.path=" + folder.resolve("alertmanager"));
        start(
                "prometheus",
                Map.of(),
                "prometheus",
                "--config.file=" + localConfiguration(),
                "--web.listen-address=" + address("prometheus"),
                "--storage.tsdb.path=" + folder.resolve("series"));
    }

    private void exporters(WatchedDemo demo) throws IOException, InterruptedException {
        TestSite site = new TestSite(folder.resolve("site"), demo);
        start(
                "nginx",
                Map.of(),
                "nginx",
                "-p",
                site.folder().toString(),
                "-e",
                "run/error.log",
                "-c",
                "conf/nginx.conf");
        start(
                "nginx-exporter",
                Map.of(),
                "prometheus-nginx-exporter",
                "-web.listen-address=" + address("nginx-exporter"),
                "-nginx.scrape-uri=" + site.status(),
                "-nginx.retries=60",
                "-nginx.retry-interval=1s");
        start(
                "postgres-exporter",
                Map.of(
                        "DATA_SOURCE_URI",
                                "127.0.0.1:%d/medianest?sslmode=disable".formatted(demo.portOf(Part.POSTGRES)),
                        "DATA_SOURCE_USER", "postgres",
                        "DATA_SOURCE_PASS", demo.password("postgres-administrator")),
                "prometheus-postgres-exporter",
                with(
                        Container.of("postgres-exporter").command().stream()
                                .map(word -> word.replaceFirst(
                                        "(--extend.query-path=).*",
                                        "$1" + Repository.file("infrastructure/backup/exporter-queries.yaml")))
                                .toList(),
                        "--web.listen-address=" + address("postgres-exporter")));
        Map<String, String> redis = new TreeMap<>(Container.of("redis-exporter").environment());
        redis.put("REDIS_ADDR", "redis://127.0.0.1:" + demo.portOf(Part.REDIS));
        redis.put("REDIS_PASSWORD", demo.redisPassword("monitor"));
        start("redis-exporter", redis, "prometheus-redis-exporter", "-web.listen-address=" + address("redis-exporter"));
        start(
                "node-exporter",
                Map.of(),
                "prometheus-node-exporter",
                with(Container.of("node-exporter").command(), "--web.listen-address=" + address("node-exporter")));
        start(
                "blackbox-exporter",
                Map.of(),
                "prometheus-blackbox-exporter",
                "--web.listen-address=" + address("blackbox-exporter"),
                "--config.file=" + Monitoring.PROMETHEUS.resolve("blackbox.yml"));
        blackboxTarget = site.url();
    }

    private static String[] with(List<String> command, String word) {
        List<String> words = new ArrayList<>(command);
        words.add(word);
        return words.toArray(String[]::new);
    }

    private static Path configuration() {
        return Monitoring.PROMETHEUS.resolve("prometheus.yml");
    }

    private Path localConfiguration() throws IOException {
        for (String rules : List.of("rules", "alerts")) {
            Path copies = Files.createDirectories(folder.resolve(rules));
            for (Path file : Monitoring.files(Monitoring.PROMETHEUS.resolve(rules), ".yml")) {
                Files.copy(file, copies.resolve(file.getFileName()));
            }
        }
        Map<String, Object> content = new LinkedHashMap<>(Monitoring.yaml(configuration()));
        content.put("global", Map.of("scrape_interval", "1s", "evaluation_interval", "1s"));
        content.put("alerting", Map.of("alertmanagers", List.of(at("alertmanager"))));
        content.put(
                "scrape_configs",
                jobs(content).stream().map(this::onThisMachine).toList());
        return Files.writeString(folder.resolve("prometheus.yml"), new Yaml().dump(content));
    }

    private Map<String, ?> onThisMachine(Map<String, ?> job) {
        Map<String, Object> local = new LinkedHashMap<>(job);
        local.remove("dns_sd_configs");
        local.putAll(at(Panel.text(job, "job_name")));
        if (Panel.text(job, "job_name").equals("blackbox-exporter")) {
            local.put("params", Map.of("module", List.of("site"), "target", List.of(blackboxTarget)));
        }
        return local;
    }

    private Map<String, Object> at(String job) {
        return Map.of("static_configs", List.of(Map.of("targets", List.of(address(job)))));
    }

    private String address(String job) {
        return "127.0.0.1:" + ports.get(job);
    }

    private static List<Map<String, ?>> jobs(Map<String, ?> content) {
        return Panel.maps(Objects.requireNonNull(content.get("scrape_configs")));
    }

    int jobs() {
        return ports.size();
    }

    /** What Prometheus answers to an expression; a failure says why. */
    JsonNode query(String expression) {
        return get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8))
                .path("result");
    }

    JsonNode get(String path) {
        try {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://" + address("prometheus") + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            JsonNode json = new JsonMapper().readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + ": " + json.path("error").asText());
            }
            return json.path("data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void awaitAll(Duration atMost) {
        await().atMost(atMost)
                .ignoreException(UncheckedIOException.class)
                .untilAsserted(() -> assertThat(
                                query("sum(up)").path(0).path("value").path(1).asInt())
                        .as(() -> query("up == 0").toString() + lastWords())
                        .isEqualTo(jobs()));
    }

    private String lastWords() {
        StringBuilder words = new StringBuilder();
        children.forEach((name, child) -> {
            if (!child.isAlive()) {
                words.append("%n%s has ended: %s".formatted(name, child.lastWords(3)));
            }
        });
        return words.toString();
    }

    private void start(String name, Map<String, String> environment, String program, String... words)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(Machine.program(program).toString()));
        command.addAll(List.of(words));
        children.put(
                name,
                spawner.start(new Spawn(
                        name, List.of(), command, folder, environment, folder.resolve(name + ".log"), Signal.KILL)));
    }

    @Override
    public void close() throws IOException {
        for (Child child : spawner.close()) {
            Ending.AT_ONCE.end(child.id());
        }
        client.close();
    }
}
