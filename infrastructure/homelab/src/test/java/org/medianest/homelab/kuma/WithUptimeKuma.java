package org.medianest.homelab.kuma;

import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.medianest.homelab.WithHomelab;
import org.medianest.homelab.client.Http;
import org.medianest.homelab.system.SystemName;

/** An Uptime Kuma as it is when it was just set up. */
abstract class WithUptimeKuma extends WithHomelab {
    static final int ROUTER = 9;

    static Http http;

    @BeforeAll
    static void callKuma() {
        http = new Http(homelab.url(SystemName.UPTIME_KUMA), Map.of());
    }
}
