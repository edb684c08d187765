package org.medianest.media.integration;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.system.SystemName;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.People;

/** Beside all the systems that can be connected, of which none is. */
@SuppressWarnings("NullAway.Init")
abstract class WithSystems {
    Homelab homelab;

    @BeforeEach
    @AfterEach
    void nothingIsConnected() {
        homelab.faults().clear();
        List.of(SystemKind.values()).forEach(kind -> People.disconnect(kind.name()));
    }

    String url(SystemName system) {
        return homelab.url(system).toString();
    }
}
