package org.medianest.auth.plex;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import org.medianest.auth.AuthConfig;
import org.medianest.commons.identity.Permission;

/** What those who come in with Plex may do. A setting that nobody can have is refused at the start, not noticed by the first guest. */
@ApplicationScoped
class GuestPermissions {
    private final List<String> permissions;

    GuestPermissions(AuthConfig config) {
        this.permissions = config.guest().permissions().stream().sorted().toList();
    }

    void check(@Observes StartupEvent event) {
        refuseUnknown(permissions);
    }

    List<String> all() {
        return permissions;
    }

    static void refuseUnknown(List<String> permissions) {
        List<String> unknown = new ArrayList<>(permissions);
        unknown.removeAll(Permission.ALL);
        if (!unknown.isEmpty()) {
            throw new IllegalStateException("MEDIANEST_AUTH_GUEST_PERMISSIONS names what is no permission: "
                    + String.join(", ", unknown) + ". There are: "
                    + String.join(", ", Permission.ALL.stream().sorted().toList()));
        }
    }
}
