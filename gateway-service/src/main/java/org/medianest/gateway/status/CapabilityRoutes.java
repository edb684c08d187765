package org.medianest.gateway.status;

import io.vertx.core.http.HttpMethod;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.medianest.gateway.answer.Answer;
import org.medianest.gateway.own.OwnRoute;
import org.medianest.gateway.own.OwnRoutes;

/** What is possible at the moment. */
@ApplicationScoped
class CapabilityRoutes implements OwnRoutes {
    private final Capabilities capabilities;

    CapabilityRoutes(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    @Override
    public List<OwnRoute> routes() {
        return List.of(new OwnRoute(
                HttpMethod.GET,
                "/api/v1/capabilities",
                null,
                call -> capabilities.now().map(Answer::ok)));
    }
}
