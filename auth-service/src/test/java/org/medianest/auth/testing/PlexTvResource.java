package org.medianest.auth.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Points the service under test at a {@link FakePlexTv}, which test classes reach by a field of that type. */
public final class PlexTvResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable FakePlexTv plexTv;

    @Override
    public Map<String, String> start() {
        FakePlexTv started = new FakePlexTv();
        plexTv = started;
        String url = started.url().toString();
        return Map.of("medianest.plex.url", url, "medianest.plex.clients-url", url, "medianest.plex.app-url", url);
    }

    @Override
    public void inject(TestInjector injector) {
        if (plexTv != null) {
            injector.injectIntoFields(plexTv, new TestInjector.MatchesType(FakePlexTv.class));
        }
    }

    @Override
    public void stop() {
        if (plexTv != null) {
            plexTv.close();
        }
    }
}
