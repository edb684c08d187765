package org.medianest.homelab.kuma;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.medianest.homelab.fault.Faults;
import org.medianest.homelab.kuma.socketio.SocketClient;
import org.medianest.homelab.kuma.socketio.SocketServer;
import org.medianest.homelab.system.Addresses;
import org.medianest.homelab.system.StandIn;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.HomelabClock;

/** Uptime Kuma 2. Its monitors of the homelab's systems find their faults; the others find what a test says. */
public final class UptimeKuma implements StandIn {
    public static final String USERNAME = "admin";
    public static final String PASSWORD = "kuma-password";
    /** Opens the metrics, with any name. */
    public static final String API_KEY = "uk1_0123456789abcdefghijklmnopqrstuvwxyzABCD";
    /** Of the status page. */
    public static final String SLUG = "home";

    private static final Duration TICK = Duration.ofSeconds(1);

    private final HomelabClock clock;
    private final Addresses addresses;
    private final Faults faults;
    private final Monitors monitors = new Monitors();
    private final MonitorJson json = new MonitorJson(monitors);
    private final Login login = new Login();
    private final StatusPages pages = new StatusPages(this);
    private final MetricsPage metrics = new MetricsPage(this, login);
    private final Set<Visitor> visitors = ConcurrentHashMap.newKeySet();
    private final SocketServer sockets = new SocketServer(this::connected);
    private Door door = Door.LOCKED;

    /** How clients are let in. */
    public enum Door {
        LOCKED,
        /** Authentication is switched off. */
        OPEN,
        /** Nobody has set it up yet. */
        SETUP
    }

    public UptimeKuma(HomelabClock clock, Addresses addresses, Faults faults) {
        this.clock = clock;
        this.addresses = addresses;
        this.faults = faults;
    }

    @Override
    public SystemName name() {
        return SystemName.UPTIME_KUMA;
    }

    @Override
    public void mount(Router router) {
        sockets.mount(router);
        pages.mount(router);
        metrics.mount(router);
    }

    @Override
    public Future<Void> start(Vertx vertx) {
        sockets.startPinging(vertx);
        clock.after(TICK, this::tick);
        return Future.succeededFuture();
    }

    @Override
    public synchronized void reset() {
        sockets.disconnectAll();
        visitors.clear();
        login.reset();
        pages.reset();
        metrics.reset();
        door = Door.LOCKED;
        monitors.clear();
        clock.after(TICK, this::tick);
    }

    /** Has a monitor find this from now on; if it is something else than before, its beat comes at once. */
    public synchronized void find(int monitorId, BeatStatus status, String msg) {
        settle();
        monitors.find(monitorId).ifPresent(Monitor::told);
        tell(monitors.find(monitorId, new Monitor.Finding(status, msg), now()));
        monitors.find(monitorId).ifPresent(this::tellChanged);
    }

    /** Deletes a monitor, as the admin would. */
    public synchronized void delete(int monitorId) {
        monitors.remove(monitorId);
        visitorsIn().forEach(visitor -> visitor.tell("deleteMonitorFromList", monitorId));
    }

    public synchronized void door(Door newDoor) {
        door = newDoor;
    }

    public synchronized void twoFactor(boolean on) {
        login.twoFactor(on);
    }

    /** What an app for the second factor shows now. */
    public String twoFactorCode() {
        return Login.code(now());
    }

    /** The tokens given until now open nothing any more. */
    public synchronized void changePassword(String password) {
        login.password(password);
    }

    /** Without API keys the metrics are opened by name and password. */
    public synchronized void apiKeys(boolean on) {
        metrics.apiKeys(on);
    }

    public synchronized void incident(String title, String content) {
        pages.incident(title, content, now());
    }

    /** Status pages as of version 1. */
    public synchronized void oldStatusPages(boolean on) {
        pages.old(on);
    }

    /** As a restart does. */
    public void disconnectAll() {
        sockets.disconnectAll();
    }

    Instant now() {
        return clock.now();
    }

    Monitors monitors() {
        settle();
        return monitors;
    }

    MonitorJson json() {
        settle();
        return json;
    }

    Login login() {
        return login;
    }

    Door door() {
        return door;
    }

    /** @param whole with what is not for everybody */
    JsonObject info(boolean whole) {
        JsonObject info = new JsonObject();
        if (whole) {
            info.put("version", "2.0.2")
                    .put("latestVersion", "2.0.2")
                    .put("isContainer", true)
                    .put("dbType", "sqlite");
        }
        return info.putNull("primaryBaseURL").put("serverTimezone", "UTC").put("serverTimezoneOffset", "+00:00");
    }

    JsonObject statusPageList() {
        return new JsonObject()
                .put(
                        "1",
                        new JsonObject()
                                .put("id", 1)
                                .put("slug", SLUG)
                                .put("title", "Homelab")
                                .put("icon", "/icon.svg")
                                .put("theme", "auto")
                                .put("published", true));
    }

    void activate(Monitor monitor, boolean on) {
        monitor.active(on, now());
        tellChanged(monitor);
    }

    void push(Monitor monitor, Monitor.Finding finding) {
        settle();
        tell(List.of(monitors.push(monitor, finding, now())));
    }

    private synchronized void connected(SocketClient client) {
        Visitor visitor = new Visitor(this, client);
        visitors.add(visitor);
        client.onDisconnect(() -> visitors.remove(visitor));
        visitor.listen();
        visitor.greet();
    }

    private List<Visitor> visitorsIn() {
        return visitors.stream().filter(Visitor::isIn).toList();
    }

    private void tick() {
        synchronized (this) {
            settle();
        }
        clock.after(TICK, this::tick);
    }

    /** Lets all beats happen that are due. The monitors are made at first sight, when the addresses are known. */
    private void settle() {
        if (monitors.all().isEmpty()) {
            monitors.fill(addresses::url, now());
        }
        tell(monitors.advance(faults.all(), now()));
    }

    private void tell(List<Beat> beats) {
        for (Beat beat : beats) {
            for (Visitor visitor : visitorsIn()) {
                visitor.tell("heartbeat", beat.live());
                monitors.find(beat.monitorId()).ifPresent(monitor -> Visitor.stats(monitor, visitor::tell, now()));
            }
        }
    }

    private void tellChanged(Monitor monitor) {
        JsonObject one = new JsonObject().put(Integer.toString(monitor.id()), json.one(monitor));
        visitorsIn().forEach(visitor -> visitor.tell("updateMonitorIntoList", one));
    }
}
