package org.medianest.downloads.job;

import jakarta.inject.Inject;
import java.util.Optional;
import org.medianest.downloads.concurrent.Blocking;
import org.medianest.downloads.testing.ServiceTest;

/** Two people with jobs, and a worker {@code w} that takes them. */
abstract class WithLeases extends ServiceTest {
    static final String LINK = "https://youtu.be/dQw4w9WgXcQ";

    @Inject
    Leases leases;

    final Person ada = Person.named("ada");
    final Person grace = Person.named("grace");

    Assignment claim() {
        return tryClaim().orElseThrow();
    }

    Optional<Assignment> tryClaim() {
        return Blocking.await(() -> leases.claim("w"));
    }

    /** The worker that has the job has been silent for too long. */
    void expire(String id) {
        update("update job set lease_until = now() - interval '1 second' where id = ?::uuid", id);
    }
}
