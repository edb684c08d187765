package org.medianest.local.place;

import java.util.SortedMap;
import java.util.TreeMap;

/** Every port follows from one base port. */
public record Ports(int base) {
    public static final int DEFAULT_BASE = 8080;
    private static final int MANAGEMENT = 10;
    private static final int HIGHEST_OFFSET = 21;

    public Ports {
        if (base < 1 || base > 65535 - HIGHEST_OFFSET) {
            throw new Refusal("The port must lie between 1 and %d: the processes use it and the %d above it."
                    .formatted(65535 - HIGHEST_OFFSET, HIGHEST_OFFSET));
        }
    }

    public int of(Part part) {
        return base + part.offset();
    }

    /** Where a service answers for its health; nothing outside this machine is meant to reach it. */
    public int managementOf(Part service) {
        if (!service.isService()) {
            throw new IllegalArgumentException(service + " has no management port");
        }
        return of(service) + MANAGEMENT;
    }

    /** All ports, with what each is for. */
    public SortedMap<Integer, String> table() {
        SortedMap<Integer, String> table = new TreeMap<>();
        for (Part part : Part.values()) {
            table.put(of(part), part.title());
            if (part.isService()) {
                table.put(managementOf(part), part.title() + " (management)");
            }
        }
        return table;
    }
}
