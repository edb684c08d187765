package org.medianest.homelab.arr;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.medianest.homelab.hook.Hook;
import org.medianest.homelab.hook.Hooks;

/** Settings → Connect: who is told of what happens. */
final class Connect {
    private final Map<Integer, Connection> connections = new LinkedHashMap<>();
    private final Hooks hooks = new Hooks();
    private int last;

    Hooks hooks() {
        return hooks;
    }

    List<JsonObject> all() {
        return connections.values().stream().map(Connection::json).toList();
    }

    Optional<Connection> find(int id) {
        return Optional.ofNullable(connections.get(id));
    }

    Connection add(JsonObject body) {
        Connection connection = Connection.of(++last, body);
        connections.put(connection.id(), connection);
        return connection;
    }

    Connection replace(int id, JsonObject body) {
        Connection connection = Connection.of(id, body);
        connections.put(id, connection);
        return connection;
    }

    boolean remove(int id) {
        return connections.remove(id) != null;
    }

    /** Tells all that hear it. */
    void tell(String trigger, JsonObject payload) {
        connections.values().stream()
                .filter(connection -> connection.hears(trigger))
                .flatMap(connection -> connection.hook(payload).stream())
                .forEach(hooks::send);
    }

    /** Tries it out at once, as saving does. The future has what keeps it from being saved. */
    Future<Optional<Refusal>> test(JsonObject body, JsonObject payload) {
        Optional<Hook> hook;
        try {
            hook = new Connection(0, body).hook(payload);
        } catch (IllegalArgumentException noUrl) {
            hook = Optional.empty();
        }
        if (hook.isEmpty()) {
            return Future.succeededFuture(Optional.of(refusal("Url", "'Url' must not be empty.", "NotEmptyValidator")));
        }
        return hooks.sendNow(hook.get())
                .map(status -> status >= 200 && status < 300
                        ? Optional.empty()
                        : Optional.of(refusal(
                                "Url", "Unable to send test message: HTTP request failed: [" + status + "]", "")));
    }

    private static Refusal refusal(String property, String message, String code) {
        return Refusal.invalid(List.of(new Refusal.Failure(property, message, null, code)));
    }

    /** What the admin's page would save for this address. */
    static JsonObject webhook(URI url, Map<String, String> headers) {
        JsonArray pairs = new JsonArray();
        headers.forEach(
                (key, value) -> pairs.add(new JsonObject().put("key", key).put("value", value)));
        JsonObject json = new JsonObject()
                .put("name", "Webhook")
                .put("implementation", "Webhook")
                .put("implementationName", "Webhook")
                .put("configContract", "WebhookSettings")
                .put("tags", new JsonArray())
                .put(
                        "fields",
                        new JsonArray()
                                .add(field("url", url.toString()))
                                .add(field("method", 1))
                                .add(field("headers", pairs)));
        List.of("onGrab", "onDownload", "onUpgrade", "onManualInteractionRequired", "onHealthIssue", "onHealthRestored")
                .forEach(trigger -> json.put(trigger, true));
        return json;
    }

    private static JsonObject field(String name, Object value) {
        return new JsonObject().put("name", name).put("value", value);
    }

    void reset() {
        connections.clear();
        last = 0;
    }
}
