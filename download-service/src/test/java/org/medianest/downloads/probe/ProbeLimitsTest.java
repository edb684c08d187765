package org.medianest.downloads.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.medianest.downloads.testing.MediaServer;
import org.medianest.downloads.testing.ServiceTest;

/** With one pair of eyes and no queue. */
@QuarkusTest
@TestProfile(ProbeLimitsTest.OneAtATime.class)
class ProbeLimitsTest extends ServiceTest {
    public static final class OneAtATime implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "medianest.downloads.probe.parallel", "1",
                    "medianest.downloads.probe.waiting", "0",
                    "medianest.downloads.probe.limit", "4s",
                    "medianest.downloads.worker.socket-timeout", "1m",
                    "medianest.downloads.worker.parallel", "0");
        }
    }

    private final Person ada = Person.named("ada");

    @Test
    void whoComesTooManyIsToldToComeAgainAndWhoTakesTooLongIsStopped() throws Exception {
        String hanging = "/hang/" + System.nanoTime() + ".mp4";

        try (ExecutorService callers = Executors.newSingleThreadExecutor()) {
            Future<Response> first = callers.submit(() -> probe(MediaServer.url(hanging)));
            await().atMost(SOON).until(() -> !MediaServer.hits(hanging).isEmpty());

            probe(MediaServer.url("/v.mp4"))
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("BUSY"));
            assertThat(first.get().statusCode()).isEqualTo(422);
            assertThat(first.get().path("detail").toString()).startsWith("The site cannot be reached");
        }
        assertThat(ProcessHandle.allProcesses()
                        .filter(process ->
                                process.info().commandLine().orElse("").contains(hanging)))
                .isEmpty();
        probe(MediaServer.url("/v.mp4")).then().statusCode(200);
    }

    private Response probe(String url) {
        return ada.asks().contentType(ContentType.JSON).body(Map.of("url", url)).post(DOWNLOADS + "/probes");
    }
}
