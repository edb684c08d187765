package org.medianest.gateway.status;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.medianest.commons.identity.Permission;
import org.medianest.gateway.answer.Answer;
import org.medianest.gateway.own.Call;
import org.medianest.gateway.own.OwnRoute;
import org.medianest.gateway.own.OwnRoutes;
import org.medianest.gateway.uptimekuma.UptimeKumaDesk;
import org.medianest.gateway.uptimekuma.UptimeKumaRequest;
import org.medianest.gateway.uptimekuma.UptimeKumaSettings;

/** The household's Uptime Kuma, for who may change the settings. */
@ApplicationScoped
class UptimeKumaRoutes implements OwnRoutes {
    private static final String PATH = "/api/v1/status/sources/uptime-kuma";

    private final UptimeKumaSettings settings;
    private final UptimeKumaDesk desk;

    UptimeKumaRoutes(UptimeKumaSettings settings, UptimeKumaDesk desk) {
        this.settings = settings;
        this.desk = desk;
    }

    @Override
    public List<OwnRoute> routes() {
        return List.of(
                new OwnRoute(HttpMethod.GET, PATH, Permission.SETTINGS_MANAGE, call -> view()),
                new OwnRoute(
                        HttpMethod.PUT,
                        PATH,
                        Permission.SETTINGS_MANAGE,
                        call -> desk.save(call.bodyAs(UptimeKumaRequest.class), admin(call))
                                .chain(this::view)),
                new OwnRoute(
                        HttpMethod.DELETE,
                        PATH,
                        Permission.SETTINGS_MANAGE,
                        call -> desk.forget(admin(call)).replaceWith(Answer.empty())),
                new OwnRoute(
                        HttpMethod.POST,
                        PATH + "/test",
                        Permission.SETTINGS_MANAGE,
                        call -> desk.test(call.bodyAs(UptimeKumaRequest.class)).map(Answer::ok)));
    }

    private static UUID admin(Call call) {
        return UUID.fromString(call.user());
    }

    private Uni<Answer> view() {
        return settings.find().map(UptimeKumaView::of).map(Answer::ok);
    }
}
