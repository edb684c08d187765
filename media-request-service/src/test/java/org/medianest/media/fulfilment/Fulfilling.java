package org.medianest.media.fulfilment;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** The service beside outside systems that fail: it is less patient with them, so that tests need not be patient with it. */
public class Fulfilling implements QuarkusTestProfile {
    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(HeardStages.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "medianest.systems.pause", "500ms",
                "medianest.fulfilment.tick", "200ms",
                "medianest.fulfilment.moving", "500ms",
                "medianest.fulfilment.first-pause", "300ms",
                "medianest.fulfilment.longest-pause", "3s",
                "medianest.shelving.tick", "200ms",
                "medianest.shelving.gathering", "600ms",
                "medianest.shelving.look", "300ms",
                "medianest.shelving.longest-pause", "2s");
    }
}
