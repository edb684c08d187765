package org.medianest.homelab.kuma;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.client.Http;
import org.medianest.homelab.system.SystemName;

/** An Uptime Kuma as it is when it was just set up. */
abstract class WithUptimeKuma {
    static final int ROUTER = 9;

    static Homelab homelab;
    static Http http;

    @BeforeAll
    static void start() {
        homelab = Homelab.start();
        http = new Http(homelab.url(SystemName.UPTIME_KUMA), Map.of());
    }

    @AfterAll
    static void stop() {
        homelab.close();
    }

    @BeforeEach
    void reset() {
        homelab.reset();
    }
}
