package org.medianest.compose.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.compose.testing.Repository;
import org.medianest.local.place.Part;
import org.medianest.local.place.Refusal;

/** The real Prometheus looks at the real services, at Postgres, Redis and nginx: what alerts, dashboards and pages ask for, is there. */
@TestInstance(Lifecycle.PER_CLASS)
class MonitoringTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Pattern QUERIES = Pattern.compile("```promql\n(.*?)```", Pattern.DOTALL);

    /** What a person, a thing or an address is known by. */
    private static final Pattern IDENTITY = Pattern.compile(
            "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|://|@|\\b(?:olga|ben|carla|dev|eva)\\b|[0-9a-f]{16,}");

    private WatchedDemo demo;
    private Watchers watchers;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException, InterruptedException, SQLException {
        demo = new WatchedDemo(folder);
        demo.awaitPeople();
        demo.noteBackup();
        watchers = new Watchers(folder.resolve("watchers"));
        watchers.start(demo);
        watchers.awaitAll(SOON);
        demo.visit();
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        if (watchers != null) {
            watchers.close();
        }
        demo.close();
    }

    @Test
    void noPanelIsEmpty() {
        Map<String, String> queries = new TreeMap<>();
        for (Dashboard dashboard : Monitoring.dashboards()) {
            for (Panel panel : dashboard.panels()) {
                panel.queries()
                        .forEach(query -> queries.put(
                                "%s / %s: %s".formatted(dashboard.title(), panel.title(), query.legend()),
                                query.expr()));
            }
        }

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(queries)
                        .allSatisfy((panel, expression) ->
                                assertThat(watchers.query(expression)).as(panel).isNotEmpty()));
    }

    @Test
    void everythingThatAlertsGoByIsCounted() {
        // the relay looks at its groups once a minute
        await().atMost(SOON.multipliedBy(3))
                .untilAsserted(() -> assertThat(uncounted()).isEmpty());
    }

    /** The metrics that alerts go by and that nobody tells, by alert. */
    private Map<String, Set<String>> uncounted() {
        Set<String> known = new TreeSet<>();
        watchers.get("/api/v1/label/__name__/values").forEach(name -> known.add(name.asText()));
        Map<String, Set<String>> missing = new TreeMap<>();
        for (Monitoring.Alert alert : Monitoring.alerts()) {
            Set<String> names = Expressions.metrics(alert.expr());
            assertThat(names).as(alert.name()).isNotEmpty();
            names.removeAll(known);
            if (!names.isEmpty()) {
                missing.put(alert.name(), names);
            }
        }
        return missing;
    }

    @Test
    void healthyHouseIsSilent() {
        assertThat(watchers.query("ALERTS{alertstate=\"firing\"}")).isEmpty();
        watchers.get("/api/v1/rules")
                .path("groups")
                .forEach(group -> group.path("rules")
                        .forEach(rule -> assertThat(rule.path("lastError").asText())
                                .as(rule.path("name").asText())
                                .isEmpty()));
    }

    @Test
    void noLabelNamesAPersonAThingOrAnAddress() {
        List<String> values = new ArrayList<>();
        JsonNode series = watchers.get("/api/v1/series?match%5B%5D=%7Bjob%3D~%22.%2B-service%22%7D");
        for (JsonNode labels : series) {
            labels.properties().forEach(label -> values.add(label.getValue().asText()));
        }

        assertThat(values)
                .hasSizeGreaterThan(1_000)
                .noneMatch(value -> IDENTITY.matcher(value).find());
    }

    @Test
    void requestIsOneTraceThroughGatewayAndService(@TempDir Path folder) throws IOException {
        try (Spans spans = new Spans();
                TracedReplica auth = new TracedReplica(demo, Part.AUTH, spans, Map.of(), folder);
                TracedReplica gateway = new TracedReplica(
                        demo,
                        Part.GATEWAY,
                        spans,
                        Map.of("MEDIANEST_AUTH_URL", "http://127.0.0.1:" + auth.port()),
                        folder)) {
            auth.awaitReady();
            gateway.awaitReady();

            // at the first requests of a cold process some time-outs are short
            await().atMost(SOON)
                    .ignoreExceptionsInstanceOf(Refusal.class)
                    .untilAsserted(() -> WatchedDemo.visit(gateway.port()));

            await().atMost(SOON).untilAsserted(() -> {
                Set<String> traces = tracesOf(spans, "gateway-service");
                traces.retainAll(tracesOf(spans, "auth-service"));
                assertThat(traces).isNotEmpty();
            });
            assertThat(auth.log()).isNotEmpty().allSatisfy(line -> {
                JsonNode record = new JsonMapper().readTree(line);
                assertThat(record.path("service").asText()).isEqualTo("auth-service");
                assertThat(record.path("level").asText()).isNotEmpty();
                assertThat(record.path("message").asText()).isNotEmpty();
            });
        }
    }

    private static Set<String> tracesOf(Spans spans, String service) {
        return spans.all().stream()
                .filter(span -> span.service().equals(service))
                .map(Spans.Span::traceId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void queriesOfTheRunbooksWork() throws IOException {
        List<String> pages = new ArrayList<>();
        for (Path page : Monitoring.files(Repository.file("docs/operations/runbooks"), ".md")) {
            List<String> queries = QUERIES.matcher(Files.readString(page))
                    .results()
                    .map(MatchResult::group)
                    .map(block ->
                            block.replace("```promql", "").replace("```", "").strip())
                    .toList();
            queries.forEach(query -> assertThat(watchers.query(query).isArray())
                    .as(page + ": " + query)
                    .isTrue());
            pages.addAll(queries);
        }
        assertThat(pages).hasSizeGreaterThan(15);
    }
}
