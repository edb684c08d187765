package org.medianest.gateway.proxy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.medianest.gateway.backend.Backends;

/** The routing table. */
@ApplicationScoped
public class Routes {
    private final List<Route> routes;

    Routes(Backends backends) {
        this.routes = List.of(
                new Route("/api/v1/auth", backends.auth(), true),
                new Route("/api/v1/users", backends.auth(), true),
                new Route("/api/v1/events", backends.auth(), false),
                new Route("/api/v1/downloads", backends.downloads(), false),
                new Route("/api/v1/media", backends.media(), false),
                new Route("/api/v1/requests", backends.media(), false));
    }

    Optional<Route> of(String path) {
        return routes.stream().filter(route -> route.matches(path)).findFirst();
    }
}
