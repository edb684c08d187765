package org.medianest.homelab.seerr;

import io.vertx.core.Future;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.artwork.Pictures;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.hook.Hook;
import org.medianest.homelab.hook.Hooks;

/** Settings → Notifications → Webhook. */
final class WebhookAgent {
    private static final String IMAGES = "https://image.tmdb.org/t/p/w600_and_h900_bestv2";

    private final Hooks hooks = new Hooks();
    private JsonObject settings = off();

    private static JsonObject off() {
        return new JsonObject()
                .put("enabled", false)
                .put("types", 0)
                .put(
                        "options",
                        new JsonObject()
                                .put("webhookUrl", "")
                                .put("jsonPayload", Template.DEFAULT)
                                .put("authHeader", "")
                                .put("supportVariables", false));
    }

    Hooks hooks() {
        return hooks;
    }

    JsonObject settings() {
        return settings.copy();
    }

    /** @throws Refusal if the template is not JSON */
    void settings(JsonObject body) {
        settings = checked(body);
    }

    private static JsonObject checked(JsonObject body) {
        JsonObject options = Objects.requireNonNullElseGet(body.getJsonObject("options"), JsonObject::new);
        String template = Objects.requireNonNullElse(options.getString("jsonPayload"), Template.DEFAULT);
        try {
            new JsonObject(template);
        } catch (DecodeException notJson) {
            throw Refusal.because(500, "Unexpected token in JSON at position 0");
        }
        JsonObject merged = off();
        merged.getJsonObject("options").mergeIn(options).put("jsonPayload", template);
        return merged.put("enabled", body.getBoolean("enabled", false)).put("types", body.getInteger("types", 0));
    }

    /** Tells it, if it is wanted. */
    void tell(Notice notice, MediaRequest request) {
        if (settings.getBoolean("enabled") && notice.isIn(settings.getInteger("types"))) {
            hook(settings, payload(settings, notice, request)).ifPresent(hooks::send);
        }
    }

    /** Whether what the admin is about to save works. */
    Future<Boolean> test(JsonObject body) {
        JsonObject wished = checked(body);
        return hook(wished, payload(wished, Notice.TEST_NOTIFICATION, null))
                .map(hook -> hooks.sendNow(hook).map(status -> status >= 200 && status < 300))
                .orElse(Future.succeededFuture(false));
    }

    private static Optional<Hook> hook(JsonObject settings, JsonObject payload) {
        JsonObject options = settings.getJsonObject("options");
        String url = options.getString("webhookUrl", "");
        String secret = Objects.toString(options.getString("authHeader"), "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        Map<String, String> headers = secret.isEmpty() ? Map.of() : Map.of("Authorization", secret);
        return Optional.of(new Hook(URI.create(url), "POST", headers, payload));
    }

    private static JsonObject payload(JsonObject settings, Notice notice, @Nullable MediaRequest request) {
        JsonObject template = new JsonObject(settings.getJsonObject("options").getString("jsonPayload"));
        Map<String, String> values = new HashMap<>();
        Set<String> blocks = new HashSet<>();
        JsonArray extra = new JsonArray();
        values.put("notification_type", notice.name());
        if (request == null) {
            values.put("subject", "Test Notification");
            values.put("message", "Check check, 1, 2, 3. Are we coming in clear?");
        } else {
            blocks.add("media");
            blocks.add("request");
            values.put("event", notice.event(request.media().isMovie()));
            values.putAll(about(request));
            if (!request.media().isMovie()) {
                extra.add(new JsonObject()
                        .put("name", "Requested Seasons")
                        .put(
                                "value",
                                request.seasons().stream().map(String::valueOf).collect(Collectors.joining(", "))));
            }
        }
        return Template.fill(template, values, blocks, extra);
    }

    private static Map<String, String> about(MediaRequest request) {
        Media media = request.media();
        Title title = media.title();
        User user = request.requestedBy();
        Map<String, String> values = new HashMap<>();
        values.put("subject", "%s (%d)".formatted(title.title(), title.year()));
        values.put("message", title.facts().overview());
        values.put("image", Pictures.poster(title) == null ? "" : IMAGES + Pictures.poster(title));
        values.put("media_type", media.type());
        values.put("media_tmdbid", Integer.toString(title.tmdbId()));
        values.put("media_tvdbid", media.tvdbId().map(String::valueOf).orElse(""));
        values.put("media_status", media.status().name());
        values.put("media_status4k", MediaStatus.UNKNOWN.name());
        values.put("request_id", Integer.toString(request.id()));
        values.put("requestedBy_username", user.name());
        values.put("requestedBy_email", Objects.toString(user.email(), ""));
        values.put("requestedBy_avatar", SeerrJson.avatar(user));
        return values;
    }

    void reset() {
        settings = off();
    }
}
