package org.medianest.homelab.arr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.medianest.homelab.system.Reply;

/** Settings → Connect over HTTP. Saving tries the webhook out, unless {@code forceSave} says not to. */
final class ConnectApi {
    private static final String PATH = "/api/v3/notification";

    private final Arr arr;

    ConnectApi(Arr arr) {
        this.arr = arr;
    }

    void mount(Router router) {
        router.get(PATH)
                .handler(arr.locked((context, now) ->
                        Reply.json(context, 200, Json.array(arr.connect().all()))));
        router.get(PATH + "/schema").handler(arr.locked((context, now) -> Reply.json(context, 200, schema())));
        router.get(PATH + "/:id")
                .handler(arr.locked((context, now) ->
                        Reply.json(context, 200, find(Arr.id(context)).json())));
        router.post(PATH + "/test").handler(arr.locked(this::test));
        router.post(PATH).handler(arr.locked(this::add));
        router.put(PATH + "/:id").handler(arr.locked(this::replace));
        router.delete(PATH + "/:id").handler(arr.locked(this::remove));
    }

    private Connection find(int id) {
        return arr.connect().find(id).orElseThrow(() -> Refusal.notFound("NotificationDefinition", id));
    }

    private JsonArray schema() {
        JsonArray fields = new JsonArray();
        Stream.of("url", "method", "username", "password", "headers")
                .forEach(name -> fields.add(new JsonObject().put("name", name)));
        return new JsonArray()
                .add(new JsonObject()
                        .put("implementation", "Webhook")
                        .put("implementationName", "Webhook")
                        .put("configContract", "WebhookSettings")
                        .put("fields", fields)
                        .put("tags", new JsonArray()));
    }

    private JsonObject example() {
        return arr.face().example().mergeIn(Payloads.event("Test", arr.face().appName()));
    }

    private static JsonObject checked(RoutingContext context) {
        JsonObject body = Arr.body(context);
        if (!"Webhook".equals(body.getString("implementation"))) {
            throw Refusal.object(
                    500,
                    "Sequence contains no matching element",
                    "System.InvalidOperationException: Sequence contains no matching element");
        }
        return body;
    }

    private void test(RoutingContext context, Instant now) {
        JsonObject body = checked(context);
        arr.connect()
                .test(body, example())
                .onSuccess(refused -> refused.ifPresentOrElse(
                        refusal -> refusal.answer(context), () -> Reply.json(context, 200, new JsonObject())));
    }

    private void add(RoutingContext context, Instant now) {
        JsonObject body = checked(context);
        save(context, body, 201, () -> arr.connect().add(body));
    }

    private void replace(RoutingContext context, Instant now) {
        int id = find(Arr.id(context)).id();
        JsonObject body = checked(context);
        save(context, body, 202, () -> arr.connect().replace(id, body));
    }

    private void save(RoutingContext context, JsonObject body, int status, Supplier<Connection> save) {
        if (CommonApi.flag(context, "forceSave")) {
            Reply.json(context, status, save.get().json());
            return;
        }
        arr.connect()
                .test(body, example())
                .onSuccess(refused -> refused.ifPresentOrElse(
                        refusal -> refusal.answer(context), () -> Reply.json(context, status, lockedSave(save))));
    }

    private JsonObject lockedSave(Supplier<Connection> save) {
        synchronized (arr) {
            return save.get().json();
        }
    }

    private void remove(RoutingContext context, Instant now) {
        int id = Arr.id(context);
        if (!arr.connect().remove(id)) {
            throw Refusal.notFound("NotificationDefinition", id);
        }
        Reply.json(context, 200, new JsonObject());
    }
}
