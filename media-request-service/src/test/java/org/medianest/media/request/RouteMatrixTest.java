package org.medianest.media.request;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.testing.RouteMatrix;
import org.medianest.commons.testing.RouteMatrixHolds;
import org.medianest.commons.testing.TestTokens;
import org.medianest.media.request.testing.Household;
import org.medianest.media.request.testing.RequestTest;
import org.medianest.media.testing.MediaServiceTest;

/** Who may do what, over all that the service's document lists: an operation that is missing here fails. */
@MediaServiceTest
@TestProfile(Household.class)
class RouteMatrixTest extends RequestTest implements RouteMatrixHolds {
    private static final RouteMatrix MATRIX = new RouteMatrix(
            Set.of(),
            Set.of(
                    "GET /api/v1/media/discover/{shelf}",
                    "GET /api/v1/media/genres",
                    "GET /api/v1/media/images/plex/{ratingKey}/{kind}",
                    "GET /api/v1/media/images/tmdb/{size}/{name}",
                    "GET /api/v1/media/providers",
                    "GET /api/v1/media/recently-added",
                    "GET /api/v1/media/search",
                    "GET /api/v1/media/titles/{type}/{tmdbId}",
                    "DELETE /api/v1/media/titles/{type}/{tmdbId}/follow",
                    "PUT /api/v1/media/titles/{type}/{tmdbId}/follow",
                    "GET /api/v1/requests",
                    "GET /api/v1/requests/counts",
                    "GET /api/v1/requests/quota",
                    "GET /api/v1/requests/{id}",
                    "POST /api/v1/requests/{id}/cancel",
                    "POST /api/v1/requests/{id}/retry"),
            Map.of(
                    Set.of(Permission.REQUESTS_CREATE),
                    Set.of("POST /api/v1/requests"),
                    Set.of(Permission.REQUESTS_MANAGE),
                    Set.of("POST /api/v1/requests/{id}/approve", "POST /api/v1/requests/{id}/decline"),
                    Set.of(Permission.SETTINGS_MANAGE),
                    Set.of(
                            "GET /api/v1/media/integrations",
                            "DELETE /api/v1/media/integrations/{kind}",
                            "PUT /api/v1/media/integrations/{kind}",
                            "POST /api/v1/media/integrations/{kind}/test",
                            "POST /api/v1/media/integrations/{kind}/webhook-secret",
                            "GET /api/v1/media/library",
                            "POST /api/v1/media/library/held-back/accept",
                            "POST /api/v1/media/library/held-back/reject",
                            "POST /api/v1/media/library/scan")),
            Set.of("POST /api/v1/media/webhooks/{system}"),
            Map.of(
                    "{shelf}", "popular",
                    "{ratingKey}/{kind}", "1/thumb",
                    "{kind}", "radarr",
                    "{size}/{name}", "w342/poster.jpg",
                    "{type}/{tmdbId}", "movie/4242",
                    "{system}", "radarr"));

    @Override
    public RouteMatrix matrix() {
        return MATRIX;
    }

    @Test
    void forgedTokensOpenNothing() throws IOException {
        MATRIX.assertForgedTokensOpenNothing();
    }

    @Test
    void requestOfSomebodyElseIsAsOneThatIsNotThere() throws IOException {
        String id = asked(ada, film());

        MATRIX.assertIsHiddenFromOthers(REQUESTS, id, TestTokens.of(ben.id(), ben.name(), ben.permissions()));

        assertThat(find(ada, id).getString("state")).isEqualTo("PENDING");
    }
}
