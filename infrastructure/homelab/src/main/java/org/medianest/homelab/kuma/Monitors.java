package org.medianest.homelab.kuma;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.SystemName;

/** The monitors of the household. Not thread safe: {@link UptimeKuma} has the lock. */
final class Monitors {
    static final int MEDIA = 1;
    static final int HOUSE = 8;
    static final int BACKUP = 11;
    static final String PUSH_TOKEN = "homelab-push";

    private static final Duration INTERVAL = Duration.ofSeconds(60);
    private static final int CATCHES_UP = 120;

    private final Map<Integer, Monitor> monitors = new TreeMap<>();
    private int lastBeat;

    void clear() {
        monitors.clear();
        lastBeat = 0;
    }

    void fill(Function<SystemName, URI> urls, Instant now) {
        group(MEDIA, "Media", now);
        watch(2, "Plex", SystemName.PLEX, "/identity", 24, urls, now);
        watch(3, "Seerr", SystemName.SEERR, "/api/v1/status", 31, urls, now);
        watch(4, "Radarr", SystemName.RADARR, "/ping", 12, urls, now);
        watch(5, "Sonarr", SystemName.SONARR, "/ping", 13, urls, now);
        watch(6, "plex.tv", SystemName.PLEX_TV, "/api/v2/ping", 88, urls, now);
        watch(7, "TMDB", SystemName.TMDB, "/3/configuration", 61, urls, now);
        group(HOUSE, "House", now);
        add(facts(9, "Router", "ping", null, "192.0.2.1", null, HOUSE, List.of(), null, 2), now);
        add(
                facts(
                        10,
                        "Photos",
                        "http",
                        "https://photos.example.org",
                        null,
                        null,
                        HOUSE,
                        List.of(new Monitor.Tag("family", "", "#059669")),
                        null,
                        140),
                now);
        add(facts(BACKUP, "Backup", "push", null, null, null, HOUSE, List.of(), null, 0), now);
        add(facts(12, "NAS", "port", null, "192.0.2.7", 445, HOUSE, List.of(), null, 3), now);
    }

    private void group(int id, String name, Instant now) {
        add(facts(id, name, "group", null, null, null, null, List.of(), null, 0), now);
    }

    private void watch(
            int id,
            String name,
            SystemName system,
            String path,
            int ping,
            Function<SystemName, URI> urls,
            Instant now) {
        Monitor.Tag tag = new Monitor.Tag("media", "yes", "#2563EB");
        add(facts(id, name, "http", urls.apply(system) + path, null, null, MEDIA, List.of(tag), system, ping), now);
    }

    private static Monitor.Facts facts(
            int id,
            String name,
            String type,
            @Nullable String url,
            @Nullable String hostname,
            @Nullable Integer port,
            @Nullable Integer parent,
            List<Monitor.Tag> tags,
            @Nullable SystemName watches,
            int ping) {
        return new Monitor.Facts(id, name, type, url, hostname, port, parent, tags, watches, ping, INTERVAL);
    }

    private void add(Monitor.Facts facts, Instant now) {
        Monitor monitor = new Monitor(facts, now);
        monitor.fillPast(now, lastBeat + 1);
        lastBeat += Monitor.SHOWN;
        monitors.put(monitor.id(), monitor);
    }

    List<Monitor> all() {
        return List.copyOf(monitors.values());
    }

    Optional<Monitor> find(int id) {
        return Optional.ofNullable(monitors.get(id));
    }

    List<Monitor> childrenOf(int group) {
        return monitors.values().stream()
                .filter(monitor -> Integer.valueOf(group).equals(monitor.facts().parent()))
                .toList();
    }

    void remove(int id) {
        monitors.remove(id);
    }

    /** Has a monitor find this from now on, and its group what follows. */
    List<Beat> find(int id, Monitor.Finding finding, Instant now) {
        List<Beat> beats = new ArrayList<>();
        Monitor monitor = monitors.get(id);
        if (monitor != null) {
            monitor.find(finding, lastBeat + 1, now).ifPresent(beats::add);
            lastBeat += beats.size();
            if (monitor.facts().parent() != null) {
                Monitor.Finding sum = sum(childrenOf(monitor.facts().parent()));
                beats.addAll(find(monitor.facts().parent(), sum, now));
            }
        }
        return beats;
    }

    private static Monitor.Finding sum(List<Monitor> children) {
        for (BeatStatus worst : List.of(BeatStatus.DOWN, BeatStatus.PENDING)) {
            if (children.stream()
                    .anyMatch(child -> child.isActive() && child.finding().status() == worst)) {
                return new Monitor.Finding(
                        worst, "Child monitors are " + worst.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        return new Monitor.Finding(BeatStatus.UP, "All children up and running");
    }

    /** The beats that were due until now, in their order. Those that watch a system of the homelab find its faults. */
    List<Beat> advance(Map<SystemName, Fault> faults, Instant now) {
        List<Beat> beats = new ArrayList<>();
        for (Monitor monitor : all()) {
            skipWhatIsLongPast(monitor, now);
            while (monitor.isDue(now)) {
                Instant due = monitor.next();
                SystemName watched = monitor.facts().watches();
                int before = beats.size();
                if (watched != null && monitor.findsFaults()) {
                    beats.addAll(find(monitor.id(), finding(faults.get(watched)), due));
                }
                if (beats.size() == before) {
                    beats.add(monitor.beat(++lastBeat, due));
                }
            }
        }
        return beats;
    }

    private static void skipWhatIsLongPast(Monitor monitor, Instant now) {
        Instant oldest = now.minus(INTERVAL.multipliedBy(CATCHES_UP));
        if (monitor.isActive() && monitor.next().isBefore(oldest)) {
            monitor.skipTo(oldest);
        }
    }

    private static Monitor.Finding finding(@Nullable Fault fault) {
        return switch (fault) {
            case Fault.Down() -> down("connect ECONNREFUSED 127.0.0.1");
            case Fault.Dropped() -> down("socket hang up");
            case Fault.HalfOpen() -> down("timeout of 48000ms exceeded");
            case Fault.Truncated() -> down("aborted");
            case Fault.Status status -> down("Request failed with status code " + status.code());
            case null, default -> new Monitor.Finding(BeatStatus.UP, "200 - OK");
        };
    }

    private static Monitor.Finding down(String msg) {
        return new Monitor.Finding(BeatStatus.DOWN, msg);
    }

    /** A beat that the thing itself sends. */
    Beat push(Monitor monitor, Monitor.Finding finding, Instant now) {
        return monitor.find(finding, lastBeat + 1, now)
                .map(beat -> {
                    lastBeat++;
                    return beat;
                })
                .orElseGet(() -> monitor.beat(++lastBeat, now));
    }
}
