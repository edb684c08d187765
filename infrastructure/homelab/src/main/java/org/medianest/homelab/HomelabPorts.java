package org.medianest.homelab;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.medianest.homelab.system.SystemName;

/** Which port each system listens on; 0 is any free one. */
public record HomelabPorts(Map<SystemName, Integer> ports) {
    /** Where the demo looks for the systems. */
    private static final int FIRST = 18100;

    public HomelabPorts {
        ports = Map.copyOf(ports);
    }

    public static HomelabPorts free() {
        return new HomelabPorts(Map.of());
    }

    /** 18100 and following, in the order of {@link SystemName}, unless the settings say otherwise. */
    public static HomelabPorts fixed(Function<SystemName, Integer> settings) {
        Map<SystemName, Integer> ports = new EnumMap<>(SystemName.class);
        for (SystemName system : SystemName.values()) {
            ports.put(system, settings.apply(system));
        }
        return new HomelabPorts(ports);
    }

    static int usual(SystemName system) {
        return FIRST + system.ordinal();
    }

    int of(SystemName system) {
        return ports.getOrDefault(system, 0);
    }
}
