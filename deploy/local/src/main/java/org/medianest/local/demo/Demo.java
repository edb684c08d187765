package org.medianest.local.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.medianest.local.place.Folders;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;
import org.medianest.local.place.Ports;
import org.medianest.local.place.Refusal;
import org.medianest.local.process.InstanceLock;
import org.medianest.local.process.Programs;
import org.medianest.local.process.Spawner;
import org.medianest.local.service.Caller;
import org.medianest.local.service.JavaCommand;
import org.medianest.local.up.Leftovers;
import org.medianest.local.up.Progress;
import org.medianest.local.up.Running;
import org.medianest.local.up.Up;
import org.medianest.local.visit.VideoServer;

/**
 * Everything of {@code up} among the stand-ins of the homelab, with a household in it. It begins afresh each time: what the stand-ins hold
 * is in their memory only, and what MediaNest remembers of them would not fit.
 */
public final class Demo implements Running {
    private static final int FILM_SECONDS = 2;

    private final Layout layout;
    private final Ports ports;
    private final String bind;
    private final Map<String, String> environment;
    private final JavaCommand java;
    private final Progress progress;
    private final HomelabProcess homelab;
    private @Nullable Up up;
    private @Nullable VideoServer videos;
    private boolean ended;

    public Demo(
            Layout layout,
            Ports ports,
            String bind,
            Map<String, String> environment,
            JavaCommand java,
            Progress progress) {
        this.layout = layout;
        this.ports = ports;
        this.bind = bind;
        this.environment = Map.copyOf(environment);
        this.java = java;
        this.progress = progress;
        this.homelab = new HomelabProcess(layout, ports, new Caller(environment), java, new Spawner(Programs.SYSTEM));
    }

    @Override
    public void start() throws IOException {
        begin();
        homelab.start();
        prepare().startSilently();
        try (Household household = new Household(ports.of(Part.GATEWAY), homelab, videos())) {
            household.moveIn(Files.readString(layout.setupCode()).strip());
            progress.say(household.directory());
        }
    }

    @Override
    public boolean end() throws IOException {
        Up house = stop();
        boolean orderly = house == null || house.end();
        return homelab.end() && orderly;
    }

    private void begin() throws IOException {
        if (InstanceLock.holder(layout.run().resolve("launcher.lock")).isPresent()) {
            throw new Refusal("The demo already runs on %s. Stop it with ./medianest stop --data %s"
                    .formatted(layout.data(), layout.data()));
        }
        new Leftovers(layout).end();
        for (Path folder : List.of(layout.postgres(), layout.redis(), layout.library(), layout.secrets())) {
            Folders.remove(folder);
        }
        layout.create();
    }

    /** Nothing comes to life any more once the end has begun. */
    private synchronized Up prepare() throws IOException {
        if (ended) {
            throw new CancellationException("stopping");
        }
        VideoServer site = new VideoServer(layout.data(), FILM_SECONDS);
        Map<String, String> settings = new HashMap<>(environment);
        settings.putAll(homelab.settings());
        settings.putAll(site.settings());
        videos = site;
        up = new Up(layout, ports, bind, settings, java, progress);
        return up;
    }

    private synchronized VideoServer videos() {
        if (videos == null) {
            throw new CancellationException("stopping");
        }
        return videos;
    }

    private synchronized @Nullable Up stop() {
        ended = true;
        if (videos != null) {
            videos.close();
        }
        return up;
    }
}
