package org.medianest.gateway.uptimekuma;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.medianest.gateway.watch.ToldUptime;

/**
 * What is heard on one connection, from the first word on: Uptime Kuma says some of it before anybody is signed in. Everything here
 * happens on the event loop of the connection.
 */
final class SocketVisit {
    private final @Nullable Heard heard;
    private final Clock clock = Clock.systemUTC();
    private final Promise<String> greeting = Promise.promise();
    private final Promise<Integer> listed = Promise.promise();
    private final MonitorList list = new MonitorList();
    private @Nullable String version;

    /** @param heard null when nobody wants to know how the monitors are */
    SocketVisit(@Nullable Heard heard) {
        this.heard = heard;
    }

    /** With what word it let us in. */
    Future<String> greeting() {
        return greeting.future();
    }

    /** How many monitors there are, as soon as that is known. */
    Future<Integer> listed() {
        return listed.future();
    }

    @Nullable
    String version() {
        return version;
    }

    void hear(String name, JsonNode arguments) {
        switch (name) {
            case "loginRequired", "autoLogin", "setup" -> greeting.tryComplete(name);
            case "info" -> info(arguments.path(0));
            case "monitorList" -> {
                list.replace(arguments.path(0));
                list();
            }
            case "updateMonitorIntoList" -> {
                list.add(arguments.path(0));
                list();
            }
            case "deleteMonitorFromList" -> {
                list.remove(arguments.path(0));
                list();
            }
            case "heartbeat", "heartbeatList", "uptime" -> {
                if (heard != null) {
                    beats(heard, name, arguments);
                }
            }
            default -> {}
        }
    }

    /** It comes twice: before the sign-in without the version. */
    private void info(JsonNode info) {
        String said = KumaJson.text(info.path("version"));
        version = said == null ? version : said;
    }

    private void list() {
        listed.tryComplete(list.monitors().size());
        if (heard != null) {
            heard.monitors(list.monitors());
        }
    }

    private void beats(Heard heard, String name, JsonNode arguments) {
        switch (name) {
            case "heartbeat" ->
                KumaJson.beat(arguments.path(0), clock.instant()).ifPresent(beat -> heard.beats(List.of(beat)));
            case "heartbeatList" ->
                KumaJson.id(arguments.path(0))
                        .ifPresent(id -> heard.beats(KumaJson.beats(arguments.path(1), id, clock.instant())));
            default ->
                KumaJson.id(arguments.path(0))
                        .ifPresent(id -> heard.uptime(
                                id, uptime(arguments.path(1).asText(""), KumaJson.ratio(arguments.path(2)))));
        }
    }

    private static ToldUptime uptime(String hours, @Nullable Double ratio) {
        return new ToldUptime("24".equals(hours) ? ratio : null, "720".equals(hours) ? ratio : null);
    }
}
