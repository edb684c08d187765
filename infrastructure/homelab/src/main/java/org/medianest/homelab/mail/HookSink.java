package org.medianest.homelab.mail;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.medianest.homelab.system.Reply;

/** Takes webhooks at any path under {@code /hook} and answers what it is told to. Thread safe. */
final class HookSink {
    private final List<ReceivedHook> hooks = new ArrayList<>();
    private int status = 200;

    void take(RoutingContext context, Instant now) {
        HttpServerRequest request = context.request();
        Map<String, String> headers = new TreeMap<>();
        request.headers().forEach(header -> headers.put(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        String body = context.body() == null || context.body().asString() == null
                ? ""
                : context.body().asString();
        int answer;
        synchronized (this) {
            hooks.add(new ReceivedHook(
                    hooks.size() + 1, now, request.method().name(), context.normalizedPath(), headers, body));
            answer = status;
        }
        Reply.empty(context, answer);
    }

    synchronized void answerWith(int newStatus) {
        status = newStatus;
    }

    synchronized List<ReceivedHook> all() {
        return List.copyOf(hooks);
    }

    synchronized void clear() {
        hooks.clear();
    }

    synchronized void reset() {
        hooks.clear();
        status = 200;
    }

    static JsonObject json(ReceivedHook hook) {
        JsonObject headers = new JsonObject();
        hook.headers().forEach(headers::put);
        JsonObject json = new JsonObject()
                .put("id", hook.id())
                .put("at", hook.at().toString())
                .put("method", hook.method())
                .put("path", hook.path())
                .put("headers", headers)
                .put("body", hook.body());
        try {
            json.put("json", new JsonObject(hook.body()));
        } catch (DecodeException notJson) {
            json.putNull("json");
        }
        return json;
    }
}
