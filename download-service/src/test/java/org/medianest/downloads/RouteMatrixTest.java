package org.medianest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.testing.RouteMatrix;
import org.medianest.commons.testing.RouteMatrixHolds;
import org.medianest.commons.testing.TestTokens;
import org.medianest.downloads.testing.MediaServer;
import org.medianest.downloads.testing.QueueOnly;
import org.medianest.downloads.testing.ServiceTest;

/** Who may do what, over all that the service's document lists: an operation that is missing here fails. */
@QuarkusTest
@TestProfile(QueueOnly.class)
class RouteMatrixTest extends ServiceTest implements RouteMatrixHolds {
    private static final RouteMatrix MATRIX = new RouteMatrix(
            Set.of(),
            Set.of(
                    "GET /api/v1/downloads",
                    "GET /api/v1/downloads/{id}",
                    "DELETE /api/v1/downloads/{id}",
                    "POST /api/v1/downloads/{id}/cancel",
                    "GET /api/v1/downloads/{id}/file",
                    "GET /api/v1/downloads/{id}/thumbnail",
                    "GET /api/v1/downloads/probes/{id}/thumbnail"),
            Map.of(
                    Set.of(Permission.DOWNLOADS_CREATE),
                    Set.of(
                            "POST /api/v1/downloads",
                            "POST /api/v1/downloads/probes",
                            "POST /api/v1/downloads/{id}/retry"),
                    Set.of(Permission.DOWNLOADS_MANAGE, Permission.SETTINGS_MANAGE),
                    Set.of("GET /api/v1/downloads/library/report")),
            Set.of(),
            Map.of());

    @Override
    public RouteMatrix matrix() {
        return MATRIX;
    }

    @Test
    void forgedTokensOpenNothing() throws IOException {
        MATRIX.assertForgedTokensOpenNothing();
    }

    @Test
    void downloadOfSomebodyElseIsAsOneThatIsNotThere() throws IOException {
        Person ada = Person.named("ada");
        String id = submitted(ada, MediaServer.url("/v.mp4"));

        MATRIX.assertIsHiddenFromOthers(
                DOWNLOADS, id, TestTokens.of(UUID.randomUUID(), "ben", Permission.ALL.toArray(String[]::new)));

        assertThat(find(ada, id).getString("state")).isEqualTo("QUEUED");
    }
}
