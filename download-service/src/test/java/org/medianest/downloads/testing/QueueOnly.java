package org.medianest.downloads.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service without hands: jobs stay in the queue until the test takes them. */
public final class QueueOnly implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("medianest.downloads.worker.parallel", "0", "medianest.downloads.worker.poll", "1h");
    }
}
