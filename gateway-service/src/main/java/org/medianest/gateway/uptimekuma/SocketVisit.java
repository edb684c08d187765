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
    private final Clock clock;
    private final Promise<Greeting> greeting = Promise.promise();
    private final Promise<Void> complete = Promise.promise();
    private boolean isListed;
    private final MonitorList list = new MonitorList();
    private @Nullable String version;

    /** @param heard null when nobody wants to know how the monitors are */
    SocketVisit(@Nullable Heard heard, Clock clock) {
        this.heard = heard;
        this.clock = clock;
    }

    /** How it receives who comes. */
    enum Greeting {
        SIGN_IN,
        /** Nobody has to sign in there. */
        LET_IN,
        NOT_SET_UP
    }

    Future<Greeting> greeting() {
        return greeting.future();
    }

    /** Done as soon as the version and the monitors are known, which come in any order. */
    Future<Void> complete() {
        return complete.future();
    }

    int monitors() {
        return list.monitors().size();
    }

    @Nullable
    String version() {
        return version;
    }

    void hear(String name, JsonNode arguments) {
        switch (name) {
            case "loginRequired" -> greeting.tryComplete(Greeting.SIGN_IN);
            case "autoLogin" -> greeting.tryComplete(Greeting.LET_IN);
            case "setup" -> greeting.tryComplete(Greeting.NOT_SET_UP);
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
        completeIfAll();
    }

    private void list() {
        isListed = true;
        completeIfAll();
        if (heard != null) {
            heard.monitors(list.monitors());
        }
    }

    private void completeIfAll() {
        if (isListed && version != null) {
            complete.tryComplete();
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
