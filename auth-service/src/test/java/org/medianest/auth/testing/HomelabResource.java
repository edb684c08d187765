package org.medianest.auth.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.Homelab;

/**
 * The world outside of the service under test: a {@link LyingPlexTv}, a {@link PostOffice} and a {@link PushService}, which test classes reach by
 * fields of these types.
 */
public final class HomelabResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable LyingPlexTv plexTv;
    private @Nullable PostOffice postOffice;
    private @Nullable PushService pushService;

    @Override
    public Map<String, String> start() {
        Homelab homelab = Homelab.start();
        LyingPlexTv started = new LyingPlexTv(homelab);
        PostOffice opened = new PostOffice(homelab.mailbox());
        PushService running = new PushService();
        plexTv = started;
        postOffice = opened;
        pushService = running;
        String url = started.url().toString();
        Map<String, String> settings = new HashMap<>(opened.settings());
        settings.putAll(running.settings());
        settings.putAll(
                Map.of("medianest.plex.url", url, "medianest.plex.clients-url", url, "medianest.plex.app-url", url));
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        if (plexTv != null) {
            injector.injectIntoFields(plexTv, new TestInjector.MatchesType(LyingPlexTv.class));
        }
        if (postOffice != null) {
            injector.injectIntoFields(postOffice, new TestInjector.MatchesType(PostOffice.class));
        }
        if (pushService != null) {
            injector.injectIntoFields(pushService, new TestInjector.MatchesType(PushService.class));
        }
    }

    @Override
    public void stop() {
        if (pushService != null) {
            pushService.close();
        }
        if (postOffice != null) {
            postOffice.close();
        }
        if (plexTv != null) {
            plexTv.close();
        }
    }
}
