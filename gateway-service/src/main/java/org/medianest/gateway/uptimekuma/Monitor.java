package org.medianest.gateway.uptimekuma;

import org.jspecify.annotations.Nullable;

/**
 * What Uptime Kuma watches.
 *
 * @param id ours, made from theirs
 * @param isPaused nobody looks at it at the moment
 */
record Monitor(String id, String name, @Nullable String group, boolean isPaused) {
    private static final int LONGEST_NAME = 200;

    Monitor {
        name = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
