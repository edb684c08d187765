package org.medianest.homelab;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;
import org.medianest.homelab.world.Library;

/**
 * The homelab as a program of its own, for the demo. Its ports are {@code medianest.homelab.ports.plex-tv} and so on; the folder of this machine
 * that Plex shows as its downloads is {@code medianest.homelab.downloads}; others reach it as {@code medianest.homelab.host}, nobody without it.
 *
 * <p>Applications that have this jar among their libraries do not see this class: the jar has no index.
 */
@QuarkusMain
public class Main implements QuarkusApplication {
    private static final Logger LOG = Logger.getLogger(Main.class);

    @Override
    public int run(String... arguments) {
        Config config = ConfigProvider.getConfig();
        HomelabPorts ports = HomelabPorts.fixed(
                system -> config.getOptionalValue("medianest.homelab.ports." + system.key(), Integer.class)
                        .orElse(HomelabPorts.usual(system)));
        Optional<String> host = config.getOptionalValue("medianest.homelab.host", String.class);
        try (Homelab homelab = Homelab.start(ports, host)) {
            config.getOptionalValue("medianest.homelab.downloads", Path.class)
                    .ifPresent(folder -> homelab.world().files().mount(Library.DOWNLOADS.location(), folder));
            homelab.urls().forEach((system, url) -> LOG.infof("homelab.system.up system=%s url=%s", system.key(), url));
            Quarkus.waitForExit();
        }
        return 0;
    }
}
