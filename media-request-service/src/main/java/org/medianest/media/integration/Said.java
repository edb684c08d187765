package org.medianest.media.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.medianest.commons.event.MediaEvent;
import org.medianest.commons.event.MediaEvent.IntegrationChanged;
import org.medianest.commons.event.MediaEvent.PlexServerConnected;

/** What others are told of a system that is connected. */
final class Said {
    private Said() {}

    static List<MediaEvent> connected(Integration now) {
        List<MediaEvent> said = new ArrayList<>();
        said.add(new IntegrationChanged(now.kind().name(), true, now.name(), Probes.url(now.kind(), now.url())));
        if (now.machineIdentifier() != null) {
            said.add(new PlexServerConnected(
                    now.machineIdentifier(),
                    Objects.requireNonNullElse(now.name(), now.kind().title())));
        }
        return said;
    }
}
