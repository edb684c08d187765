package org.medianest.gateway.web;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;
import java.util.Optional;

/** The web UI. */
@ConfigMapping(prefix = "medianest.gateway.web")
public interface WebConfig {
    /** The folder of the built web UI; without one, the gateway serves the API only. */
    Optional<Path> root();
}
