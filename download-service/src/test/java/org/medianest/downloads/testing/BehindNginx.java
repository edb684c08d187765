package org.medianest.downloads.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The service without hands, behind an nginx that sends the files. */
public final class BehindNginx implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "medianest.downloads.worker.parallel",
                "0",
                "medianest.downloads.worker.poll",
                "1h",
                "medianest.downloads.accel",
                "true");
    }
}
