package org.medianest.homelab.control;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.fault.Faults;
import org.medianest.homelab.system.Addresses;
import org.medianest.homelab.system.Query;
import org.medianest.homelab.system.Reply;
import org.medianest.homelab.system.StandIn;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.Person;
import org.medianest.homelab.world.World;

/** {@code /control}: shows the state, sets faults, moves the clock, plays scenarios. */
public final class Control implements StandIn {
    private final World world;
    private final Faults faults;
    private final Addresses addresses;
    private final Runnable reset;
    private final Scenarios scenarios;
    private final Steering steering;

    /** @param reset resets the whole homelab */
    public Control(
            World world, Faults faults, Addresses addresses, Scenarios scenarios, Steering steering, Runnable reset) {
        this.world = world;
        this.faults = faults;
        this.addresses = addresses;
        this.reset = reset;
        this.scenarios = scenarios;
        this.steering = steering;
    }

    @Override
    public SystemName name() {
        return SystemName.CONTROL;
    }

    @Override
    public void mount(Router router) {
        router.get("/control/state").handler(context -> Reply.json(context, 200, state()));
        router.post("/control/faults").handler(context -> change(context, this::setFault));
        router.delete("/control/faults").handler(context -> change(context, body -> faults.clear()));
        router.post("/control/clock").blockingHandler(context -> change(context, this::setClock));
        router.post("/control/reset").blockingHandler(context -> change(context, body -> reset.run()));
        router.post("/control/people").handler(context -> change(context, this::setPerson));
        router.post("/control/pins").handler(context -> change(context, this::claimPin));
        router.post("/control/fates").blockingHandler(context -> change(context, steering::setFate));
        router.post("/control/monitors").blockingHandler(context -> change(context, steering::setMonitor));
        router.post("/control/scenarios/:name")
                .blockingHandler(context -> scenarios
                        .find(Query.path(context, "name"))
                        .ifPresentOrElse(
                                scenario -> change(context, body -> scenario.run()),
                                () -> refuse(
                                        context, 404, "The scenarios are " + String.join(", ", scenarios.names()))));
    }

    @Override
    public void reset() {}

    private interface Change {
        void make(JsonObject body);
    }

    /** Does it and shows the state that follows. */
    private void change(RoutingContext context, Change change) {
        try {
            change.make(Query.body(context));
            Reply.json(context, 200, state());
        } catch (RuntimeException e) {
            refuse(context, 400, String.valueOf(e.getMessage()));
        }
    }

    private static void refuse(RoutingContext context, int status, String message) {
        Reply.json(context, status, new JsonObject().put("message", message));
    }

    private void setFault(JsonObject body) {
        SystemName system = SystemName.of(body.getString("system", ""))
                .orElseThrow(() -> new IllegalArgumentException("There is no such system"));
        if (body.getString("kind", "").equals("none")) {
            faults.clear(system);
        } else {
            faults.set(system, fault(body), new Faults.Scope(body.getString("path", ""), body.getInteger("times", 0)));
        }
    }

    private static Fault fault(JsonObject body) {
        return switch (body.getString("kind", "")) {
            case "latency" -> new Fault.Latency(millis(body, "millis", 2000), millis(body, "jitterMillis", 0));
            case "status" -> new Fault.Status(body.getInteger("code", 500), body.getInteger("retryAfterSeconds", 0));
            case "dropped" -> new Fault.Dropped();
            case "half-open" -> new Fault.HalfOpen();
            case "truncated" -> new Fault.Truncated();
            case "garbage" -> new Fault.Garbage();
            case "wrong-types" -> new Fault.WrongTypes();
            case "slow-drip" -> new Fault.SlowDrip(millis(body, "millis", 200));
            case "down" -> new Fault.Down();
            default ->
                throw new IllegalArgumentException(
                        "A fault's kind is latency, status, dropped, half-open, truncated, garbage,"
                                + " wrong-types, slow-drip, down or none");
        };
    }

    private static Duration millis(JsonObject body, String name, long otherwise) {
        return Duration.ofMillis(body.getLong(name, otherwise));
    }

    private void setClock(JsonObject body) {
        Double speed = body.getDouble("speed");
        if (speed != null) {
            world.clock().setSpeed(speed);
        }
        world.clock().advance(Duration.ofSeconds(body.getLong("advanceSeconds", 0L)));
    }

    private void setPerson(JsonObject body) {
        world.people().share(body.getString("name", ""), Person.Share.valueOf(body.getString("share", "")));
    }

    /** Signs somebody in without the page. */
    private void claimPin(JsonObject body) {
        if (!world.pins().claim(body.getString("code", ""), body.getString("person", ""))) {
            throw new IllegalArgumentException("No such person, or the code is unknown, claimed or expired");
        }
    }

    private JsonObject state() {
        JsonObject systems = new JsonObject();
        JsonObject broken = new JsonObject();
        addresses.all().forEach((system, url) -> systems.put(system.key(), url.toString()));
        faults.all().forEach((system, fault) -> broken.put(system.key(), fault.toString()));
        JsonArray names = new JsonArray();
        scenarios.names().forEach(names::add);
        JsonArray people = new JsonArray();
        world.people()
                .all()
                .forEach(person -> people.add(new JsonObject()
                        .put("plexId", person.plexId())
                        .put("name", person.name())
                        .put("share", person.share())));
        return new JsonObject()
                .put("systems", systems)
                .put("faults", broken)
                .put(
                        "clock",
                        new JsonObject()
                                .put("now", world.clock().now().toString())
                                .put("speed", world.clock().speed()))
                .put("people", people)
                .put("libraryItems", world.library().items().size())
                .put("scenarios", names);
    }
}
