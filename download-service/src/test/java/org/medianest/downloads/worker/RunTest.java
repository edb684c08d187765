package org.medianest.downloads.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.medianest.commons.live.LiveFeed;
import org.medianest.commons.testing.EventProbe;
import org.medianest.downloads.concurrent.Blocking;
import org.medianest.downloads.job.Assignment;
import org.medianest.downloads.job.Leases;
import org.medianest.downloads.testing.LibraryFolder;
import org.medianest.downloads.testing.MediaServer;
import org.medianest.downloads.testing.QueueOnly;
import org.medianest.downloads.testing.ServiceTest;
import org.medianest.downloads.testing.Settings;
import org.medianest.downloads.testing.TestMedia;

/** One attempt at a time, in the hands of the test: losing, handing back, crashing and taking over. */
@QuarkusTest
@TestProfile(QueueOnly.class)
class RunTest extends ServiceTest {
    @Inject
    Leases leases;

    @Inject
    Workbench bench;

    @Inject
    StartupChecks checks;

    @Inject
    LiveFeed live;

    private final Person ada = Person.named("ada" + System.nanoTime());

    @Test
    void cancellingLeavesNoProcessAndNoFile() {
        String id = submitted(ada, slow());
        Thread run = start(run());
        awaitBytes(id);
        assertThat(processesOf(id)).isNotEmpty();

        ada.asks().post(DOWNLOADS + "/" + id + "/cancel").then().statusCode(202);

        assertThat(find(ada, id).getString("state")).isEqualTo("CANCELLED");
        // this run is not the worker's own, so it learns of it by its heartbeat
        await().atMost(Duration.ofSeconds(60)).until(() -> processesOf(id).isEmpty());
        await().atMost(SOON).until(() -> !run.isAlive());
        assertThat(staging(id)).doesNotExist();
        assertThat(filesOf(ada)).isEmpty();
        awaitEvents(id, "queued", "started", "cancelled");
    }

    @Test
    void workerThatLostItsLeaseIsStoppedAndItsSuccessorFinishes() throws Exception {
        String path = "/slow/200000/" + System.nanoTime() + "/v.mp4";
        String id = submitted(ada, MediaServer.url(path));
        Thread former = start(run());
        awaitBytes(id);

        update("update job set lease_until = now() - interval '1 second' where id = ?::uuid", id);
        assertThat(Blocking.await(leases::reclaimExpired)).isEqualTo(1);
        Run successor = run();
        successor.run();

        former.join();
        assertThat(find(ada, id).getString("state")).isEqualTo("COMPLETED");
        assertThat(filesOf(ada)).hasSize(1);
        assertThat(processesOf(id)).isEmpty();
        assertThat(staging(id)).doesNotExist();
        awaitEvents(id, "queued", "started", "queued", "started", "completed");
    }

    @Test
    void stoppingHandsTheJobBackAndItsSuccessorContinuesTheFile() throws Exception {
        String path = "/slow/200000/" + System.nanoTime() + "/v.mp4";
        String id = submitted(ada, MediaServer.url(path));
        Run run = run();
        Thread running = start(run);
        awaitBytes(id);

        run.shutdown();
        running.join();

        assertThat(find(ada, id).getString("state")).isEqualTo("QUEUED");
        assertThat(this.<Integer>sql("select failures + crashes from job where id = ?::uuid", id))
                .isZero();
        assertThat(processesOf(id)).isEmpty();
        run().run();
        assertThat(find(ada, id).getString("state")).isEqualTo("COMPLETED");
        assertThat(MediaServer.hits(path)).anyMatch(hit -> hit.matches(".* bytes=[1-9]\\d*-.*"));
    }

    @Test
    void fileThatWasPutAwayBeforeACrashIsNotFetchedAgain() throws IOException {
        String path = "/v.mp4?" + System.nanoTime();
        String id = submitted(ada, MediaServer.url(path));
        Assignment dead = claim();
        String place = ada.name() + "/Put away [x].mp4";
        Blocking.await(() -> leases.intend(dead.lease(), place));
        Path folder = Files.createDirectories(LibraryFolder.root().resolve(ada.name()));
        Files.move(TestMedia.video(Files.createTempDirectory("made"), 3), folder.resolve("Put away [x].mp4"));
        Blocking.await(() -> leases.reclaimOwn("test"));

        run().run();

        JsonPath download = find(ada, id);
        assertThat(download.getString("state")).isEqualTo("COMPLETED");
        assertThat(download.getString("file.name")).isEqualTo("Put away [x].mp4");
        assertThat(filesOf(ada)).containsExactly("Put away [x].mp4");
        assertThat(MediaServer.hits(path)).isEmpty();
        awaitEvents(id, "queued", "started", "queued", "started", "completed");
    }

    @Test
    void crashBeforeTheFileWasPutAwayIsMadeGood() {
        String id = submitted(ada, MediaServer.url("/v.mp4"));
        Assignment dead = claim();
        Blocking.await(() -> leases.intend(dead.lease(), ada.name() + "/Old name [x].mp4"));
        Blocking.await(() -> leases.reclaimOwn("test"));

        run().run();

        assertThat(find(ada, id).getString("state")).isEqualTo("COMPLETED");
        assertThat(filesOf(ada)).singleElement().asString().startsWith("v [");
    }

    @Test
    void cancelledJobIsNotStartedAnyMore() {
        String id = submitted(ada, slow());
        Run run = run();
        ada.asks().post(DOWNLOADS + "/" + id + "/cancel").then().statusCode(202);

        run.run();

        assertThat(find(ada, id).getString("state")).isEqualTo("CANCELLED");
        assertThat(processesOf(id)).isEmpty();
        assertThat(filesOf(ada)).isEmpty();
        assertThat(staging(id)).doesNotExist();
    }

    @Test
    void jobAskedForAgainStartsAfresh() {
        String id = submitted(ada, slow());
        Thread run = start(run());
        awaitBytes(id);
        ada.asks().post(DOWNLOADS + "/" + id + "/cancel").then().statusCode(202);
        ada.asks().post(DOWNLOADS + "/" + id + "/retry").then().statusCode(202);

        run().run();

        await().atMost(SOON).until(() -> !run.isAlive());
        assertThat(find(ada, id).getString("state")).isEqualTo("COMPLETED");
        assertThat(filesOf(ada)).hasSize(1);
    }

    @Test
    void downloadWithoutASignOfLifeIsStoppedAndTriedAgain() {
        String id = submitted(ada, MediaServer.url("/stall/" + System.nanoTime() + "/v.mp4"));
        Toolbox patient = tools();
        YtDlp waitsForever = new YtDlp(
                patient.ytDlp().program(),
                patient.ytDlp().version(),
                patient.ytDlp().extractors(),
                Optional.empty(),
                Duration.ofMinutes(10));

        new Run(claim(), new Toolbox(waitsForever, patient.ffprobe(), patient.instance()), impatientBench()).run();

        JsonPath download = find(ada, id);
        assertThat(download.getString("failure.code")).isEqualTo("STALLED");
        assertThat(download.getString("state")).isEqualTo("QUEUED");
        assertThat(processesOf(id)).isEmpty();
    }

    @Test
    void whatIsFetchedIsToldFourTimesASecondAtMost() {
        String id = submitted(ada, MediaServer.url("/slow/100000/" + System.nanoTime() + "/v.mp4"));
        long begin = System.nanoTime();

        run().run();

        double seconds = (System.nanoTime() - begin) / 1e9;
        List<String> told = new EventProbe(redis).typesAbout("live", id);
        assertThat(told).containsOnly("medianest.download.progress.v1");
        assertThat(told.size()).isBetween(5, (int) (4 * seconds) + 5);
    }

    private static String slow() {
        return MediaServer.url("/slow/100000/" + System.nanoTime() + "/v.mp4");
    }

    private Run run() {
        return new Run(claim(), tools(), bench);
    }

    private Toolbox tools() {
        return checks.toolbox().orElseGet(() -> checks.look().orElseThrow());
    }

    private Workbench impatientBench() {
        WorkerConfig config = Settings.of(
                WorkerConfig.class,
                Map.of("medianest.downloads.worker.stall", "2s", "medianest.downloads.worker.renewal", "200ms"));
        return new Workbench(
                config,
                leases,
                bench.upkeep(),
                bench.children(),
                bench.egress(),
                bench.check(),
                bench.folders(),
                bench.shelf(),
                bench.retries(),
                bench.metrics(),
                live,
                bench.clock());
    }

    private Assignment claim() {
        return Blocking.await(() -> leases.claim("test")).orElseThrow();
    }

    private static Thread start(Run run) {
        return Thread.ofVirtual().start(run);
    }

    private void awaitBytes(String id) {
        await().atMost(SOON).ignoreExceptions().until(() -> find(ada, id).getLong("progress.downloadedBytes") > 50_000);
    }
}
