package org.medianest.homelab.kuma;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;
import org.medianest.homelab.system.Reply;

/** {@code /metrics}: opened by an API key, or where there are none by name and password. Under the lock of {@link UptimeKuma}. */
final class MetricsPage {
    private static final int CALLS_IN_A_MINUTE = 60;

    private final UptimeKuma kuma;
    private final Login login;
    private final Limiter calls = new Limiter(CALLS_IN_A_MINUTE);
    private boolean hasApiKeys = true;

    MetricsPage(UptimeKuma kuma, Login login) {
        this.kuma = kuma;
        this.login = login;
    }

    void mount(Router router) {
        router.get("/metrics").handler(context -> {
            synchronized (kuma) {
                show(context);
            }
        });
    }

    void apiKeys(boolean on) {
        hasApiKeys = on;
    }

    void reset() {
        calls.reset();
        hasApiKeys = true;
    }

    private void show(RoutingContext context) {
        String header = Objects.requireNonNullElse(context.request().getHeader("Authorization"), "");
        boolean open = kuma.door() == UptimeKuma.Door.OPEN
                || Login.basic(header)
                        .filter(pair -> isAllowed(pair[0], pair[1]))
                        .isPresent();
        if (!open) {
            context.response().putHeader("WWW-Authenticate", "Basic realm=\"\"");
            Reply.empty(context, 401);
            return;
        }
        Reply.text(context, 200, new Metrics(kuma.monitors()).text(kuma.now()));
    }

    private boolean isAllowed(String username, String password) {
        return hasApiKeys
                ? calls.pass(kuma.now()) && UptimeKuma.API_KEY.equals(password)
                : login.passesLimit(kuma.now()) && login.isRight(username, password);
    }
}
