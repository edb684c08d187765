package org.medianest.downloads.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.smallrye.mutiny.Uni;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.testing.EventProbe;
import org.medianest.downloads.concurrent.Blocking;
import org.medianest.downloads.testing.LibraryFolder;
import org.medianest.downloads.testing.QueueOnly;

/** What whoever holds a job may do with it, and how long. */
@QuarkusTest
@TestProfile(QueueOnly.class)
class LeasesTest extends WithLeases {
    private static final Failure FAILURE = new Failure("NETWORK", "Trouble.", true);

    @Test
    void whatWorkersSayBelongsToTheTraceOfTheRequest() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        String id = ada.asks()
                .header("traceparent", trace)
                .contentType(ContentType.JSON)
                .body(wish(LINK))
                .post(DOWNLOADS)
                .then()
                .statusCode(202)
                .extract()
                .path("id");

        Lease lease = claim().lease();
        Blocking.await(() -> leases.fail(lease, FAILURE));

        awaitEvents(id, "queued", "started", "failed");
        assertThat(new EventProbe(redis).about(EventStream.DOWNLOADS, id))
                .allSatisfy(event -> assertThat(event.traceparent()).isEqualTo(trace));
    }

    @Test
    void formerHolderChangesNothing() {
        String id = submitted(ada, LINK);
        Lease former = claim().lease();
        expire(id);
        assertThat(Blocking.await(leases::reclaimExpired)).isEqualTo(1);
        Lease present = claim().lease();

        assertLost(() -> leases.renew(former, Progress.NOTHING_YET));
        assertLost(() -> leases.describe(former, new Described("Wrong", null, null, false)));
        assertLost(() -> leases.advance(former, JobState.DOWNLOADING));
        assertLost(() -> leases.intend(former, "ada/wrong.mp4"));
        assertLost(() -> leases.complete(former, 5, 1.0));
        assertLost(() -> leases.tryLater(former, FAILURE, Duration.ZERO));
        assertLost(() -> leases.fail(former, FAILURE));
        assertLost(() -> leases.giveBack(former));

        assertThat(find(ada, id).getString("state")).isEqualTo("PROBING");
        assertThat(find(ada, id).getString("title")).isNull();
        Blocking.await(() -> leases.renew(present, Progress.NOTHING_YET));
    }

    @Test
    void holderOfACancelledJobChangesNothing() {
        String id = submitted(ada, LINK);
        Lease lease = claim().lease();
        ada.asks().post(DOWNLOADS + "/" + id + "/cancel").then().statusCode(202);

        assertLost(() -> leases.renew(lease, Progress.NOTHING_YET));
        assertLost(() -> leases.complete(lease, 5, 1.0));

        assertThat(find(ada, id).getString("state")).isEqualTo("CANCELLED");
    }

    @Test
    void illegalStepOfTheHolderIsRefused() {
        String id = submitted(ada, LINK);
        Lease lease = claim().lease();

        assertThatThrownBy(() -> Blocking.await(() -> leases.complete(lease, 5, 1.0)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(find(ada, id).getString("state")).isEqualTo("PROBING");
        assertThat(events(id)).doesNotContain("completed");
    }

    @Test
    void renewedLeaseIsNotTakenAway() {
        String id = submitted(ada, LINK);
        Lease lease = claim().lease();
        update("update job set lease_until = now() + interval '10 milliseconds' where id = ?::uuid", id);

        Blocking.await(() -> leases.renew(lease, new Progress(12.5, 125, 1_000L, 50L, 17L)));

        assertThat(Blocking.await(leases::reclaimExpired)).isZero();
        assertThat(find(ada, id).getDouble("progress.percent")).isEqualTo(12.5);
        assertThat(find(ada, id).getLong("progress.etaSeconds")).isEqualTo(17);
    }

    @Test
    void jobThatKillsItsWorkersIsGivenUp() {
        String id = submitted(ada, LINK);
        for (int i = 0; i < 5; i++) {
            claim();
            expire(id);
            Blocking.await(leases::reclaimExpired);
        }

        assertThat(find(ada, id).getString("state")).isEqualTo("FAILED");
        assertThat(find(ada, id).getString("failure.code")).isEqualTo("WORKER_LOST");
        assertThat(tryClaim()).isEmpty();
        awaitEvents(
                id, "queued", "started", "queued", "started", "queued", "started", "queued", "started", "queued",
                "started", "failed");
    }

    @Test
    void handingBackCostsNothing() {
        String id = submitted(ada, LINK);
        for (int i = 0; i < 20; i++) {
            Lease lease = claim().lease();
            Blocking.await(() -> leases.giveBack(lease));
        }

        assertThat(find(ada, id).getString("state")).isEqualTo("QUEUED");
        assertThat(this.<Integer>sql("select failures + crashes from job where id = ?::uuid", id))
                .isZero();
    }

    @Test
    void filesOfASilentWorkerAreNotContinuedButThoseOfADeadOneAre() {
        String id = submitted(ada, LINK);
        claim();
        expire(id);
        Blocking.await(leases::reclaimExpired);
        assertThat(claim().partialOf()).isNull();

        Blocking.await(() -> leases.reclaimOwn("w"));
        assertThat(claim().partialOf()).isEqualTo(2);
    }

    @Test
    void placeOfACancelledFileIsCleared() throws Exception {
        String id = submitted(ada, LINK);
        Lease lease = claim().lease();
        Blocking.await(() -> leases.intend(lease, "ada/half.mp4"));
        Path file = LibraryFolder.root().resolve("ada/half.mp4");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "put there a moment ago");

        ada.asks().post(DOWNLOADS + "/" + id + "/cancel").then().statusCode(202);

        await().atMost(SOON).until(() -> !Files.exists(file));
    }

    @Test
    void cancelAndCompletionAtOnceLeaveOneOfThem() throws Exception {
        for (int i = 0; i < 10; i++) {
            String id = submitted(ada, LINK);
            Lease lease = claim().lease();
            Blocking.await(() -> leases.advance(lease, JobState.PROCESSING));
            Blocking.await(() -> leases.intend(lease, "ada/" + id + ".mp4"));

            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                Future<Integer> cancel = both.submit(
                        () -> ada.asks().post(DOWNLOADS + "/" + id + "/cancel").statusCode());
                Future<Boolean> complete = both.submit(() -> completes(lease));

                boolean completed = complete.get();
                assertThat(cancel.get()).isEqualTo(completed ? 409 : 202);
                assertThat(find(ada, id).getString("state")).isEqualTo(completed ? "COMPLETED" : "CANCELLED");
                awaitEvents(id, "queued", "started", completed ? "completed" : "cancelled");
            }
        }
    }

    private boolean completes(Lease lease) {
        try {
            Blocking.await(() -> leases.complete(lease, 5, 1.0));
            return true;
        } catch (Lease.Lost lost) {
            return false;
        }
    }

    private void assertLost(Supplier<Uni<Void>> step) {
        assertThatThrownBy(() -> Blocking.await(step)).isInstanceOf(Lease.Lost.class);
    }
}
