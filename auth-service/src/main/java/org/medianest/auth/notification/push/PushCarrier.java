package org.medianest.auth.notification.push;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.medianest.auth.notification.delivery.Carrier;
import org.medianest.auth.notification.delivery.Delivery;
import org.medianest.auth.notification.delivery.Outcome;
import org.medianest.auth.notification.delivery.Way;
import org.medianest.auth.notification.delivery.Wording;

/** Tells one browser, by the push service of its maker. */
@ApplicationScoped
class PushCarrier implements Carrier {
    /** Four bytes a letter at most, and the rest of the message beside. */
    private static final int LONGEST_BODY = 600;

    private final PushStore store;
    private final PushTargets targets;
    private final PushHttp http;
    private final VapidKeys keys;
    private final URI house;
    private final Duration kept;
    private final Clock clock;

    PushCarrier(
            PushStore store,
            PushTargets targets,
            PushHttp http,
            VapidKeys keys,
            PushConfig config,
            @ConfigProperty(name = "medianest.public-url") URI publicUrl,
            Clock clock) {
        this.store = store;
        this.targets = targets;
        this.http = http;
        this.keys = keys;
        this.kept = config.kept();
        this.house = publicUrl;
        this.clock = clock;
    }

    @Override
    public Way way() {
        return Way.PUSH;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public Uni<Outcome> carry(Delivery delivery) {
        return store.find(delivery.requireSubscription())
                .chain(found -> found.map(subscription -> tell(delivery, subscription))
                        .orElseGet(() -> Uni.createFrom().item(new Outcome.Never("The browser has unsubscribed."))));
    }

    private Uni<Outcome> tell(Delivery delivery, PushSubscription subscription) {
        return targets.judge(subscription.endpoint())
                .chain(target -> keys.key().chain(key -> post(delivery, subscription, target, key)))
                .chain(status -> outcome(subscription, status))
                .onFailure(PushTargets.Refused.class)
                .recoverWithItem(refused -> new Outcome.NotYet("The push service " + refused.getMessage() + "."));
    }

    private Uni<Integer> post(Delivery delivery, PushSubscription subscription, PushTarget target, VapidKey key) {
        try {
            byte[] body = PushCipher.encrypt(message(delivery), subscription.key(), subscription.secret());
            MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                    .add("TTL", Long.toString(kept.toSeconds()))
                    .add("Urgency", "normal")
                    .add("Content-Type", "application/octet-stream")
                    .add("Content-Encoding", "aes128gcm")
                    .add("Authorization", Vapid.authorization(key, target.endpoint(), house, clock.instant()));
            return http.post(target, headers, body);
        } catch (GeneralSecurityException broken) {
            return Uni.createFrom().failure(broken);
        }
    }

    /** As the service worker of the web UI reads it. */
    private static byte[] message(Delivery delivery) {
        Wording wording = Wording.in(delivery.language());
        String body = Wording.reason(delivery.news()).orElseGet(() -> wording.sentence(delivery.news()));
        int[] letters = body.codePoints().toArray();
        return new JsonObject()
                .put("id", delivery.notificationId().toString())
                .put("title", wording.headline(delivery.news()))
                .put("body", letters.length > LONGEST_BODY ? new String(letters, 0, LONGEST_BODY) + "…" : body)
                .put("path", Wording.path(delivery.news()))
                .encode()
                .getBytes(StandardCharsets.UTF_8);
    }

    private Uni<Outcome> outcome(PushSubscription subscription, int status) {
        String reason = "The push service answers " + status + ".";
        return switch (status) {
            case 200, 201, 202, 204 -> Uni.createFrom().item(new Outcome.Delivered());
            case 404, 410 ->
                store.removeDead(subscription.id()).replaceWith(new Outcome.Never("The browser has unsubscribed."));
            case 408, 425, 429 -> Uni.createFrom().item(new Outcome.NotYet(reason));
            default -> Uni.createFrom().item(status >= 500 ? new Outcome.NotYet(reason) : new Outcome.Never(reason));
        };
    }
}
