package org.medianest.homelab.arr;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.hook.Hook;

/** One entry of Settings → Connect, of the kind Webhook. The JSON is what the admin saved. */
record Connection(int id, JsonObject json) {
    static Connection of(int id, JsonObject body) {
        return new Connection(id, body.copy().put("id", id));
    }

    String name() {
        return json.getString("name", "");
    }

    /** Whether events of this switch, such as {@code onGrab}, are sent. */
    boolean hears(String trigger) {
        return json.getBoolean(trigger, false);
    }

    Optional<URI> url() {
        String url = text("url");
        return url.isBlank() ? Optional.empty() : Optional.of(URI.create(url));
    }

    Optional<Hook> hook(JsonObject payload) {
        return url().map(url -> new Hook(url, method(), headers(), payload));
    }

    private String method() {
        return field("method") instanceof Number number && number.intValue() == 2 ? "PUT" : "POST";
    }

    private Map<String, String> headers() {
        Map<String, String> headers = new HashMap<>();
        if (field("headers") instanceof JsonArray pairs) {
            pairs.stream()
                    .filter(JsonObject.class::isInstance)
                    .map(JsonObject.class::cast)
                    .forEach(pair -> headers.put(pair.getString("key", ""), pair.getString("value", "")));
        }
        String user = text("username");
        if (!user.isEmpty() || !text("password").isEmpty()) {
            String credentials = user + ":" + text("password");
            headers.put(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        }
        return headers;
    }

    private String text(String field) {
        return Objects.toString(field(field), "");
    }

    private @Nullable Object field(String name) {
        return json.getJsonArray("fields", new JsonArray()).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .filter(field -> name.equals(field.getString("name")))
                .findFirst()
                .map(field -> field.getValue("value"))
                .orElse(null);
    }
}
