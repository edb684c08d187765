package org.medianest.downloads.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.medianest.downloads.concurrent.Blocking;
import org.medianest.downloads.testing.QueueOnly;

/** Which of the jobs that wait a worker gets. */
@QuarkusTest
@TestProfile(QueueOnly.class)
class ClaimingTest extends WithLeases {
    @Test
    void oldestComesFirst() {
        String first = submitted(ada, LINK);
        submitted(grace, LINK);

        assertThat(claim().job()).hasToString(first);
    }

    @Test
    void nothingWaitsMeansNothing() {
        assertThat(tryClaim()).isEmpty();
    }

    @Test
    void personWithNothingRunningComesBeforeTheGreedyOne() {
        for (int i = 0; i < 10; i++) {
            submitted(ada, LINK);
        }
        String single = submitted(grace, LINK);

        assertThat(claim().owner()).isEqualTo(ada.id());
        assertThat(claim().job()).hasToString(single);
        assertThat(claim().owner()).isEqualTo(ada.id());
    }

    @Test
    void jobThatIsNotDueWaits() {
        String id = submitted(ada, LINK);
        update("update job set not_before = now() + interval '1 minute' where id = ?::uuid", id);

        assertThat(tryClaim()).isEmpty();
    }

    @Test
    void twoWorkersNeverGetTheSameJob() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ids.add(submitted(ada, LINK));
        }
        List<Callable<List<String>>> workers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            workers.add(() -> {
                List<String> got = new ArrayList<>();
                for (Optional<Assignment> job = tryClaim(); job.isPresent(); job = tryClaim()) {
                    got.add(job.get().job().toString());
                }
                return got;
            });
        }

        List<String> claimed = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<List<String>> worker : threads.invokeAll(workers)) {
                claimed.addAll(worker.get());
            }
        }

        assertThat(claimed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
    }

    @Test
    void attemptCountsUpAndIsTold() {
        String id = submitted(ada, LINK);

        Lease first = claim().lease();
        Blocking.await(() -> leases.giveBack(first));
        Lease second = claim().lease();

        assertThat(first.attempt()).isEqualTo(1);
        assertThat(second.attempt()).isEqualTo(2);
        awaitEvents(id, "queued", "started", "queued", "started");
    }
}
