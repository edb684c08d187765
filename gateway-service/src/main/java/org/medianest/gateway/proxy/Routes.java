package org.medianest.gateway.proxy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.medianest.gateway.backend.Backends;
import org.medianest.gateway.proxy.Route.For;
import org.medianest.gateway.proxy.Route.Posts;

/** The routing table; the first that matches counts. */
@ApplicationScoped
public class Routes {
    private final List<Route> routes;

    Routes(Backends backends) {
        this.routes = List.of(
                new Route("/api/v1/auth", backends.auth(), For.ALL),
                new Route("/api/v1/users", backends.auth(), For.ALL),
                new Route("/api/v1/notifications", backends.auth(), For.PEOPLE),
                new Route("/api/v1/events", backends.auth(), For.PEOPLE),
                new Route("/api/v1/downloads", backends.downloads(), For.PEOPLE, Posts.ONCE_BY_KEY),
                new Route("/api/v1/media/webhooks", backends.media(), For.SYSTEMS),
                new Route("/api/v1/media", backends.media(), For.PEOPLE),
                new Route("/api/v1/requests", backends.media(), For.PEOPLE, Posts.ONCE_BY_KEY));
    }

    Optional<Route> of(String path) {
        return routes.stream().filter(route -> route.matches(path)).findFirst();
    }
}
