package org.medianest.downloads.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.medianest.downloads.testing.MediaServer;
import org.medianest.downloads.testing.ServiceTest;

/**
 * The real yt-dlp against a site that falls silent. Its short patience is for these tests only: others would take a machine that pauses
 * for such a site.
 */
@QuarkusTest
@TestProfile(SilentSiteTest.Impatient.class)
class SilentSiteTest extends ServiceTest {
    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "medianest.downloads.worker.socket-timeout", "3s",
                    "medianest.downloads.worker.stall", "6s");
        }
    }

    private final Person ada = Person.named("ada" + System.nanoTime());

    @Test
    void siteThatNeverAnswersIsNotWaitedForForever() {
        String id = submitted(ada, MediaServer.url("/hang/" + System.nanoTime() + ".mp4"));

        await().atMost(SOON).until(() -> "NETWORK".equals(find(ada, id).getString("failure.code")));
        ada.asks().post(DOWNLOADS + "/" + id + "/cancel").then().statusCode(202);
    }

    @Test
    void downloadThatStopsInTheMiddleIsTriedAgainFromThere() {
        String id = submitted(ada, MediaServer.url("/stall/" + System.nanoTime() + "/v.mp4"));

        await().atMost(SOON).until(() -> find(ada, id).get("failure.code") != null);
        assertThat(find(ada, id).getString("failure.code")).isIn("STALLED", "NETWORK");
        ada.asks().post(DOWNLOADS + "/" + id + "/cancel").then().statusCode(202);
    }
}
