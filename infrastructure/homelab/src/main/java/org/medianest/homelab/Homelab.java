package org.medianest.homelab;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.medianest.homelab.arr.Radarr;
import org.medianest.homelab.arr.Sonarr;
import org.medianest.homelab.artwork.Artwork;
import org.medianest.homelab.control.Control;
import org.medianest.homelab.control.Scenarios;
import org.medianest.homelab.control.Steering;
import org.medianest.homelab.fault.Faults;
import org.medianest.homelab.fault.FaultySystem;
import org.medianest.homelab.kuma.UptimeKuma;
import org.medianest.homelab.mail.Mailbox;
import org.medianest.homelab.plex.Plex;
import org.medianest.homelab.plextv.PlexTv;
import org.medianest.homelab.seerr.Seerr;
import org.medianest.homelab.system.Addresses;
import org.medianest.homelab.system.StandIn;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.tmdb.Tmdb;
import org.medianest.homelab.world.HomelabClock;
import org.medianest.homelab.world.World;

/** A household's systems on this machine, until it is closed. Nobody else reaches them unless they are given a name. */
public final class Homelab implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final long LARGEST_BODY = 4 << 20;

    /** As the real ones without TLS. With the upgrade to HTTP/2 that Java's client asks for, answers were lost now and then. */
    private static final HttpServerOptions SPEAKS_HTTP_1 = new HttpServerOptions().setHttp2ClearTextEnabled(false);

    private final Vertx vertx = Vertx.vertx(new VertxOptions()
            .setEventLoopPoolSize(2)
            .setWorkerPoolSize(4)
            .setInternalBlockingPoolSize(2)
            .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false)));
    private final World world = new World();
    private final Faults faults = new Faults();
    private final Addresses addresses = new Addresses();
    private final Artwork artwork = new Artwork();
    private final Radarr radarr = new Radarr(world);
    private final Sonarr sonarr = new Sonarr(world);
    private final Seerr seerr = new Seerr(world, addresses, faults);
    private final UptimeKuma uptimeKuma = new UptimeKuma(world.clock(), addresses, faults);
    private final Mailbox mailbox = new Mailbox(world.clock(), addresses);
    private final Scenarios scenarios = new Scenarios(world, faults, radarr, sonarr);
    /** In the order in which they are reset: who calls others comes before them. */
    private final List<StandIn> standIns = List.of(
            new PlexTv(world, artwork, addresses),
            new Plex(world, artwork),
            new Tmdb(world, artwork, addresses),
            seerr,
            radarr,
            sonarr,
            uptimeKuma,
            mailbox,
            new Control(world, faults, addresses, scenarios, new Steering(radarr, sonarr, uptimeKuma), this::reset));

    private Homelab() {}

    /** On free ports, with the usual household. */
    public static Homelab start() {
        return start(HomelabPorts.free());
    }

    public static Homelab start(HomelabPorts ports) {
        return start(ports, Optional.empty());
    }

    /** @param host the name under which other machines reach this one; without it only this machine reaches the systems */
    static Homelab start(HomelabPorts ports, Optional<String> host) {
        Homelab homelab = new Homelab();
        host.ifPresent(homelab.addresses::reachedAs);
        try {
            await(Future.all(homelab.standIns.stream()
                    .map(standIn -> homelab.start(standIn, ports))
                    .toList()));
        } catch (RuntimeException e) {
            homelab.close();
            throw e;
        }
        return homelab;
    }

    /** Where a system listens, without a path. */
    public URI url(SystemName system) {
        return addresses.url(system);
    }

    public Map<SystemName, URI> urls() {
        return new TreeMap<>(addresses.all());
    }

    public World world() {
        return world;
    }

    public Faults faults() {
        return faults;
    }

    public HomelabClock clock() {
        return world.clock();
    }

    public Radarr radarr() {
        return radarr;
    }

    public Sonarr sonarr() {
        return sonarr;
    }

    public Seerr seerr() {
        return seerr;
    }

    public UptimeKuma uptimeKuma() {
        return uptimeKuma;
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    /** Lets something happen in the household, by the name of its scenario. */
    public void play(String scenario) {
        scenarios
                .find(scenario)
                .orElseThrow(() -> new IllegalArgumentException("The scenarios are " + scenarios.names()))
                .run();
    }

    /** As just started: no faults, the usual household, the real time. */
    public void reset() {
        faults.clear();
        world.reset();
        standIns.forEach(StandIn::reset);
    }

    @Override
    public void close() {
        world.close();
        standIns.forEach(StandIn::close);
        await(vertx.close());
    }

    private Future<?> start(StandIn standIn, HomelabPorts ports) {
        SystemName name = standIn.name();
        FaultySystem faulty = new FaultySystem(standIn, faults, vertx);
        Router router = Router.router(vertx);
        if (name != SystemName.CONTROL) {
            router.route().handler(faulty::handle);
        }
        router.route().handler(BodyHandler.create(false).setBodyLimit(LARGEST_BODY));
        standIn.mount(router);
        var server = vertx.createHttpServer(SPEAKS_HTTP_1).requestHandler(router);
        faulty.watch(server);
        return server.listen(ports.of(name), addresses.bind())
                .onSuccess(listening -> addresses.listensAt(name, listening.actualPort()))
                .compose(listening -> standIn.start(vertx));
    }

    private static void await(Future<?> future) {
        try {
            future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The homelab did not start or stop: " + e.getMessage(), e);
        }
    }
}
