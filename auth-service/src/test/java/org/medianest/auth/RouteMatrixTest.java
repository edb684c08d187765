package org.medianest.auth;

import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.auth.testing.House;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.testing.RouteMatrix;
import org.medianest.commons.testing.RouteMatrixHolds;

/** Who may do what, over all that the service's document lists: an operation that is missing here fails. */
@AuthServiceTest
class RouteMatrixTest implements RouteMatrixHolds {
    private static final RouteMatrix MATRIX = new RouteMatrix(
            Set.of(
                    "GET /api/v1/auth/providers",
                    "GET /api/v1/auth/setup",
                    "POST /api/v1/auth/setup",
                    "POST /api/v1/auth/sessions",
                    "POST /api/v1/auth/plex/pins",
                    "GET /api/v1/auth/plex/pins/{id}"),
            Set.of(
                    "GET /api/v1/auth/me",
                    "DELETE /api/v1/auth/sessions/current",
                    "GET /api/v1/notifications",
                    "GET /api/v1/notifications/unread",
                    "GET /api/v1/notifications/preferences",
                    "PUT /api/v1/notifications/preferences",
                    "GET /api/v1/notifications/push/key",
                    "POST /api/v1/notifications/push/subscriptions",
                    "DELETE /api/v1/notifications/push/subscriptions",
                    "POST /api/v1/notifications/read",
                    "POST /api/v1/notifications/{id}/read"),
            Map.of(
                    Set.of(Permission.USERS_MANAGE),
                    Set.of(
                            "GET /api/v1/users",
                            "GET /api/v1/users/permissions",
                            "GET /api/v1/users/plex-friends",
                            "POST /api/v1/users/import",
                            "GET /api/v1/users/{id}",
                            "PATCH /api/v1/users/{id}"),
                    Set.of(Permission.AUDIT_READ),
                    Set.of("GET /api/v1/users/audit"),
                    Set.of(Permission.SETTINGS_MANAGE),
                    Set.of(
                            "POST /api/v1/auth/plex/servers",
                            "GET /api/v1/auth/plex/servers/{id}",
                            "GET /api/v1/events/dead-letters",
                            "GET /api/v1/events/dead-letters/{id}",
                            "POST /api/v1/events/dead-letters/{id}/replay",
                            "DELETE /api/v1/events/dead-letters/{id}")),
            Set.of(),
            Map.of());

    @Inject
    House house;

    @Override
    public RouteMatrix matrix() {
        return MATRIX;
    }

    /** The service signs its tokens itself. */
    @Override
    public String tokenOf(String... permissions) {
        return house.tokenOf(house.sessionOf(house.resident(permissions)));
    }
}
