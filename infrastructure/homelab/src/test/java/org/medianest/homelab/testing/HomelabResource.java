package org.medianest.homelab.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.system.SystemName;

/**
 * A homelab around the application under test, which is told where the public systems are. A test class reaches it by a field of type
 * {@link Homelab}.
 */
public class HomelabResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable Homelab homelab;

    @Override
    public Map<String, String> start() {
        Homelab started = Homelab.start();
        homelab = started;
        String plexTv = started.url(SystemName.PLEX_TV).toString();
        String tmdb = started.url(SystemName.TMDB).toString();
        return Map.of(
                "medianest.plex.url", plexTv,
                "medianest.plex.clients-url", plexTv,
                "medianest.plex.app-url", plexTv,
                "medianest.tmdb.url", tmdb + "/3",
                "medianest.tmdb.images-url", tmdb + "/t/p");
    }

    @Override
    public void inject(TestInjector testInjector) {
        if (homelab != null) {
            testInjector.injectIntoFields(homelab, new TestInjector.MatchesType(Homelab.class));
        }
    }

    @Override
    public void stop() {
        if (homelab != null) {
            homelab.close();
            homelab = null;
        }
    }
}
