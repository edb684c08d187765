package org.medianest.auth.plex;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GuestPermissionsTest {
    @Test
    void whatIsNoPermissionIsRefusedByItsSetting() {
        assertThatThrownBy(() -> GuestPermissions.refuseUnknown(List.of("status:read", "request:create")))
                .hasMessageContaining("MEDIANEST_AUTH_GUEST_PERMISSIONS")
                .hasMessageContaining("request:create");
    }

    @Test
    void guestsMayBeAllowedNothing() {
        assertThatCode(() -> GuestPermissions.refuseUnknown(List.of())).doesNotThrowAnyException();
    }
}
