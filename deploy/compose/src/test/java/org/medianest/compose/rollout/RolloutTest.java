package org.medianest.compose.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.compose.testing.Machine;
import org.medianest.compose.testing.Repository;
import org.medianest.local.place.Part;
import org.medianest.local.testing.FreePorts;
import org.medianest.local.visit.Api;
import org.medianest.local.visit.Journey;
import org.medianest.local.visit.Json;
import org.medianest.local.visit.NoLimits;

/** The whole house is replaced, service by service and as the update script does it, while people use it. */
class RolloutTest {
    private static final int REQUESTS = 20_000;
    private static final int PEOPLE = 16;
    private static final Duration SOON = Duration.ofMinutes(3);

    /** With the logs of the services, which are wanted when it fails. */
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final Map<Part, Replica> current = new EnumMap<>(Part.class);
    private int port;
    private SlowSite site;
    private ReplicatedNest nest;
    private Front front;
    private Api api;

    @BeforeEach
    void start() throws IOException, InterruptedException {
        List.of("nginx", "yt-dlp", "ffmpeg", "ffprobe", "curl").forEach(Machine::program);
        port = FreePorts.one();
        site = new SlowSite(folder);
        nest = new ReplicatedNest(folder, settings());
        nest.migrate();
        begin(List.of(Part.AUTH, Part.MEDIA, Part.DOWNLOADS));
        begin(List.of(Part.GATEWAY));
        front = new Front(folder.resolve("nginx"), port, List.of(addressOf(current(Part.GATEWAY))));
        api = new Api(port);
        Journey journey = new Journey(api, site.film());
        journey.setUp(nest.setupCode());
        journey.signIn();
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        api.close();
        front.close();
        nest.close();
        site.close();
    }

    private void begin(List<Part> services) throws IOException {
        for (Part service : services) {
            current.put(service, nest.start(service));
        }
        for (Part service : services) {
            nest.join(current(service));
        }
    }

    private Replica current(Part service) {
        return Objects.requireNonNull(current.get(service));
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(site.settings());
        settings.putAll(NoLimits.SETTINGS);
        settings.put("MEDIANEST_PUBLIC_URL", base());
        settings.put("MEDIANEST_GATEWAY_TRUSTED_PROXIES", "127.0.0.1");
        settings.put("MEDIANEST_DOWNLOADS_WORKER_PARALLEL", "1");
        return settings;
    }

    private String base() {
        return "http://localhost:" + port;
    }

    @Test
    void everyServiceIsReplacedAndNobodyNotices() throws IOException, InterruptedException, SQLException {
        String film = beginFilm();
        try (Watcher watcher = new Watcher(base(), api.cookie());
                Load load = new Load(base(), api.cookie(), site)) {
            await().atMost(SOON).until(() -> watcher.opened() > 0);
            load.start(PEOPLE);

            nest.tables().migrateToTomorrow();
            replace(Part.DOWNLOADS);
            assertThat(nest.tables()
                            .count("select count(*) from downloads.job where id = '%s' and state = 'COMPLETED'"
                                    .formatted(film)))
                    .as("the film was in the middle")
                    .isZero();
            site.hurry();
            replace(Part.AUTH);
            replace(Part.MEDIA);
            replaceGateway();
            await().atMost(SOON).until(() -> load.answered() >= REQUESTS);
            load.stop();

            System.out.printf(
                    "%d requests answered, %d failed, %d sent again by the client, %d sockets opened%n",
                    load.answered(), load.failures().size(), load.repeated(), watcher.opened());
            assertThat(load.failures()).isEmpty();
            assertThat(load.wished()).hasSizeGreaterThan(100).doesNotHaveDuplicates();
            assertThat(nest.tables().count("select count(*) from downloads.job"))
                    .as("downloads, each wish and the film")
                    .isEqualTo(load.wished().size() + 1L);
            assertThat(watcher.opened()).isGreaterThan(1);
            await("nothing that was told was missed")
                    .atMost(SOON)
                    .untilAsserted(() -> assertThat(load.wished())
                            .allMatch(id -> watcher.hasHeard("medianest.download.queued.v1", id)));
            assertThat(watcher.resyncs()).isZero();
            await().atMost(SOON).until(() -> watcher.hasHeard("medianest.download.completed.v1", film));
        }
        assertThat(smoke(base())).as("what ./smoke finds").isZero();
        isThereWholeAndOnce(film);
        canBeFollowedInTheLogs(film);
        assertThat(site.furthestBegin())
                .as("the second worker went on where the first had stopped")
                .isPositive();
    }

    private static int smoke(String url) throws IOException, InterruptedException {
        return new ProcessBuilder(Repository.file("deploy/compose/smoke").toString(), url)
                .inheritIO()
                .start()
                .waitFor();
    }

    private void replace(Part service) throws IOException {
        Replica old = current(service);
        Replica fresh = nest.start(service);
        nest.join(fresh);
        current.put(service, fresh);
        nest.drain(old);
    }

    private String beginFilm() throws IOException {
        String id = Json.text(
                        api.post(
                                "/api/v1/downloads",
                                Json.object().put("url", site.film()).put("quality", "BEST")),
                        "id")
                .orElseThrow();
        await("the film is on its way")
                .atMost(SOON)
                .until(() -> nest.tables().count("select coalesce(max(downloaded_bytes), 0) from downloads.job") > 0);
        return id;
    }

    private void replaceGateway() throws IOException, InterruptedException {
        Replica old = current(Part.GATEWAY);
        Replica fresh = nest.start(Part.GATEWAY);
        nest.join(fresh);
        current.put(Part.GATEWAY, fresh);
        front.lead(List.of(addressOf(old), addressOf(fresh)));
        front.lead(List.of(addressOf(fresh)));
        nest.drain(old);
    }

    private static String addressOf(Replica replica) {
        return replica.address() + ":" + replica.port();
    }

    private void isThereWholeAndOnce(String film) throws IOException, InterruptedException, SQLException {
        assertThat(nest.tables()
                        .count("select count(*) from downloads.job where id = '%s' and state = 'COMPLETED'"
                                .formatted(film)))
                .isEqualTo(1);
        Path fetched = folder.resolve("fetched.mp4");
        api.download("/api/v1/downloads/" + film + "/file", fetched);
        assertThat(frames(fetched)).isEqualTo(frames(folder.resolve("film.mp4")));
        try (Stream<Path> files = Files.walk(nest.library())) {
            assertThat(files.filter(file -> file.toString().endsWith(".mp4")).toList())
                    .hasSize(1);
        }
    }

    /** One trace, from the door to the last who heard of it. */
    private void canBeFollowedInTheLogs(String film) throws IOException {
        List<String> lines = nest.logLines();
        String queued = "said medianest.download.queued.v1 of " + film + ", traceId=";
        String trace = lines.stream()
                .filter(line -> line.contains(queued))
                .map(line -> line.substring(line.indexOf(queued) + queued.length()))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(folder.resolve("nginx/run/access.log"))).contains("\"traceId\":\"" + trace + '"');
        assertThat(lines)
                .anyMatch(line ->
                        line.endsWith("heard medianest.download.completed.v1 of " + film + ", traceId=" + trace));
    }

    /** A sum over what is to be seen and heard: of the file itself the title is written anew. */
    private static String frames(Path video) throws IOException, InterruptedException {
        Process sum = new ProcessBuilder(
                        Machine.program("ffmpeg").toString(),
                        "-v",
                        "error",
                        "-i",
                        video.toString(),
                        "-map",
                        "0:v:0",
                        "-map",
                        "0:a:0?",
                        "-c",
                        "copy",
                        "-f",
                        "md5",
                        "-")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(sum.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(sum.waitFor()).as("ffmpeg reads " + video).isZero();
        return said;
    }
}
