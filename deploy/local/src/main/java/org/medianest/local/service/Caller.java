package org.medianest.local.service;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the environment of the person who called gives to the processes: little, and nothing by accident. */
public record Caller(Map<String, String> environment) {
    private static final Set<String> PASSED = Set.of("PATH", "HOME", "LANG", "TZ", "TMPDIR");
    private static final Set<String> PROGRAMS =
            Set.of("MEDIANEST_DOWNLOADS_YTDLP", "MEDIANEST_DOWNLOADS_FFMPEG", "MEDIANEST_DOWNLOADS_FFPROBE");

    public Caller {
        environment = Map.copyOf(environment);
    }

    /** The same without settings of MediaNest, save where programs are: for runs that must not depend on the caller. */
    public Map<String, String> withoutWishes() {
        Map<String, String> rest = new TreeMap<>(environment);
        rest.keySet().removeIf(name -> name.startsWith("MEDIANEST_") && !PROGRAMS.contains(name));
        return rest;
    }

    /** For every process. */
    public Map<String, String> basics() {
        Map<String, String> basics = new TreeMap<>(Map.of("PATH", "/usr/local/bin:/usr/bin:/bin", "LANG", "C.UTF-8"));
        environment.forEach((name, value) -> {
            if (PASSED.contains(name)) {
                basics.put(name, value);
            }
        });
        return basics;
    }

    /** For services: MediaNest's own settings win over the launcher's, and logging may be turned up. */
    Map<String, String> wishes() {
        Map<String, String> wishes = new TreeMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith("MEDIANEST_") || name.startsWith("QUARKUS_LOG_")) {
                wishes.put(name, value);
            }
        });
        return wishes;
    }
}
