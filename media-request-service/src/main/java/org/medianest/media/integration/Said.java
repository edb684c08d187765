package org.medianest.media.integration;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.medianest.commons.event.MediaEvent;
import org.medianest.commons.event.MediaEvent.IntegrationChanged;
import org.medianest.commons.event.MediaEvent.PlexServerConnected;
import org.medianest.commons.event.MediaEvent.PlexServerDisconnected;

/** What others are told of a system that is connected, or was. */
final class Said {
    private Said() {}

    /** @param before what was connected in its place */
    static List<MediaEvent> replaced(Optional<Integration> before, Integration now) {
        List<MediaEvent> said = new ArrayList<>();
        before.map(Integration::machineIdentifier)
                .filter(former -> !former.equals(now.machineIdentifier()))
                .ifPresent(former -> said.add(new PlexServerDisconnected(former)));
        said.addAll(connected(now));
        return said;
    }

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

    static List<MediaEvent> disconnected(Integration former) {
        List<MediaEvent> said = new ArrayList<>();
        said.add(new IntegrationChanged(former.kind().name(), false, null, null));
        if (former.machineIdentifier() != null) {
            said.add(new PlexServerDisconnected(former.machineIdentifier()));
        }
        return said;
    }
}
