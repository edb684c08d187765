package org.medianest.auth.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.Homelab;

/** Points the service under test at a {@link LyingPlexTv}, which test classes reach by a field of that type. */
public final class PlexTvResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable LyingPlexTv plexTv;

    @Override
    public Map<String, String> start() {
        LyingPlexTv started = new LyingPlexTv(Homelab.start());
        plexTv = started;
        String url = started.url().toString();
        return Map.of("medianest.plex.url", url, "medianest.plex.clients-url", url, "medianest.plex.app-url", url);
    }

    @Override
    public void inject(TestInjector injector) {
        if (plexTv != null) {
            injector.injectIntoFields(plexTv, new TestInjector.MatchesType(LyingPlexTv.class));
        }
    }

    @Override
    public void stop() {
        if (plexTv != null) {
            plexTv.close();
        }
    }
}
