package org.medianest.homelab.seerr;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.world.HomelabClock;

/** Where the calls of clients come in. They are handled one after the other, under the lock of {@link Seerr}. */
final class Desk {
    private final Object lock;
    private final State state;
    private final HomelabClock clock;

    Desk(Object lock, State state, HomelabClock clock) {
        this.lock = lock;
        this.state = state;
        this.clock = clock;
    }

    interface Handler {
        void handle(RoutingContext context, User user, Instant now);
    }

    /** First the validator, then who it is, then the request itself. */
    io.vertx.core.Handler<RoutingContext> locked(Set<String> queryParameters, Handler handler) {
        return context -> {
            synchronized (lock) {
                try {
                    QueryRules.check(context, queryParameters);
                    handler.handle(context, acting(context), clock.now());
                } catch (Refusal refusal) {
                    refusal.answer(context);
                } catch (DecodeException | ClassCastException unreadable) {
                    Refusal.invalid("/body", "request/body " + unreadable.getMessage())
                            .answer(context);
                }
            }
        };
    }

    /** With the key one is user 1, or whoever is named beside it. */
    private User acting(RoutingContext context) {
        if (!Keys.SEERR.equals(context.request().getHeader("X-Api-Key"))) {
            throw Refusal.noPermission();
        }
        int id = Query.header(context, "X-API-User")
                .map(text -> Query.number(text).orElse(-1))
                .orElse(1);
        return state.user(id).orElseThrow(Refusal::noPermission);
    }

    /** A null is as good as nothing. */
    static JsonObject body(RoutingContext context) {
        JsonObject body = Objects.requireNonNullElseGet(context.body().asJsonObject(), JsonObject::new);
        body.getMap().values().removeIf(Objects::isNull);
        return body;
    }
}
