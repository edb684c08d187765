package org.medianest.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Ports;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.Child;
import org.medianest.local.process.Ending;
import org.medianest.local.process.LogFile;
import org.medianest.local.process.Pause;
import org.medianest.local.process.PidRecords;
import org.medianest.local.process.Signal;
import org.medianest.local.process.Spawn;
import org.medianest.local.process.Spawner;
import org.medianest.local.service.Caller;
import org.medianest.local.service.HttpProbe;
import org.medianest.local.service.JavaCommand;

/** The stand-ins of the outside systems, one process that listens on a port for each of them. */
public final class HomelabProcess {
    static final String NAME = "homelab";

    /** In the order of their ports. */
    public enum StandIn {
        PLEX_TV,
        PLEX,
        TMDB,
        SEERR,
        RADARR,
        SONARR,
        UPTIME_KUMA,
        MAILBOX,
        CONTROL;

        String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Far enough above those of the house. */
    private static final int FIRST_OFFSET = 40;

    /** The mailbox takes mails so far above where it shows them. */
    private static final int SMTP_ABOVE_HTTP = 1000;

    private static final int HEAP_MIB = 192;
    private static final int LOG_LINES = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
    private static final Ending ORDERLY = new Ending(Signal.TERM, Duration.ofSeconds(10));

    private final Layout layout;
    private final Ports ports;
    private final Caller caller;
    private final JavaCommand java;
    private final Spawner spawner;
    private final PidRecords records;

    public HomelabProcess(Layout layout, Ports ports, Caller caller, JavaCommand java, Spawner spawner) {
        this.layout = layout;
        this.ports = ports;
        this.caller = caller;
        this.java = java;
        this.spawner = spawner;
        this.records = new PidRecords(layout.run());
    }

    public int portOf(StandIn system) {
        return ports.base() + FIRST_OFFSET + system.ordinal();
    }

    public String url(StandIn system) {
        return "http://127.0.0.1:" + portOf(system);
    }

    /** Where MediaNest keeps what it downloads, which the stand-in of Plex sees as one of its folders. */
    Path library() {
        return layout.library();
    }

    /** What the services of the demo must know to find the stand-ins instead of the real systems. */
    public Map<String, String> settings() {
        return Map.of(
                "MEDIANEST_PLEX_URL",
                url(StandIn.PLEX_TV),
                "MEDIANEST_PLEX_CLIENTS_URL",
                url(StandIn.PLEX_TV),
                "MEDIANEST_PLEX_APP_URL",
                url(StandIn.PLEX_TV),
                "MEDIANEST_TMDB_URL",
                url(StandIn.TMDB) + "/3",
                "MEDIANEST_TMDB_IMAGES_URL",
                url(StandIn.TMDB) + "/t/p",
                "MEDIANEST_MAIL_HOST",
                "127.0.0.1",
                "MEDIANEST_MAIL_PORT",
                Integer.toString(portOf(StandIn.MAILBOX) + SMTP_ABOVE_HTTP),
                "MEDIANEST_MAIL_ENCRYPTION",
                "NONE",
                "MEDIANEST_MAIL_FROM",
                "MediaNest <nest@demo.example>");
    }

    /** Returns when the stand-ins answer. What an earlier launcher left is ended first. */
    public void start() throws IOException {
        endLeftover();
        if (!Files.exists(application().resolve("quarkus-run.jar"))) {
            throw new Refusal("The homelab is not built: %s is missing.".formatted(application()));
        }
        Path log = layout.logs().resolve(NAME + ".log");
        new LogFile(log).rotate();
        Child child = spawner.start(new Spawn(
                NAME,
                List.of(),
                java.of(application(), HEAP_MIB, false),
                application(),
                environment(),
                log,
                Signal.TERM));
        records.write(NAME, child.id());
        awaitReady(child);
    }

    /** Whether it went by itself. */
    public boolean end() {
        Optional<Boolean> went = records.living(NAME).map(id -> ORDERLY.end(id) == Ending.Outcome.WENT);
        try {
            records.remove(NAME);
        } catch (IOException e) {
            return false;
        }
        return went.orElse(true);
    }

    private void endLeftover() {
        records.living(NAME).ifPresent(ORDERLY::end);
    }

    private Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>(caller.basics());
        for (StandIn system : StandIn.values()) {
            variables.put("MEDIANEST_HOMELAB_PORTS_" + system.name(), Integer.toString(portOf(system)));
        }
        variables.put("MEDIANEST_HOMELAB_DOWNLOADS", library().toString());
        variables.put("MALLOC_ARENA_MAX", "2");
        return variables;
    }

    private void awaitReady(Child child) {
        HttpProbe probe = new HttpProbe(portOf(StandIn.CONTROL), "/control/state");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!probe.isOk()) {
            if (!child.isAlive() || System.nanoTime() - end > 0) {
                throw new Refusal(
                        "The homelab did not start:\n    " + String.join("\n    ", child.lastWords(LOG_LINES)));
            }
            Pause.of(LOOK_AGAIN);
        }
    }

    private Path application() {
        return layout.root().resolve("infrastructure/homelab/target/quarkus-app");
    }
}
