package org.medianest.local.visit;

import java.util.Map;
import java.util.TreeMap;

/** Settings of the gateway for visits by programs, which click faster than people may. */
public final class NoLimits {
    public static final Map<String, String> SETTINGS = settings();

    private NoLimits() {}

    private static Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        for (String who : new String[] {"USER", "ADDRESS", "DOWNLOADS", "SIGN_IN"}) {
            settings.put("MEDIANEST_GATEWAY_LIMITS_%s_REQUESTS".formatted(who), "100000000");
            settings.put("MEDIANEST_GATEWAY_LIMITS_%s_BURST".formatted(who), "100000000");
        }
        return Map.copyOf(settings);
    }
}
