package org.medianest.homelab.kuma;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.system.SystemName;

class TransportChangeTest {
    /** Shorter than the pause between two pings, which would let the client go too. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Test
    void pollsOfAClientThatChangesToAWebSocketAreNotKept() throws IOException, InterruptedException {
        try (Homelab homelab = Homelab.start();
                HttpClient http = HttpClient.newHttpClient()) {
            URI kuma = homelab.url(SystemName.UPTIME_KUMA);
            String sid = new JsonObject(poll(http, kuma, "").substring(1)).getString("sid");
            try (Frames frames = new Frames(kuma, "&sid=" + sid)) {
                frames.send("2probe");
                frames.await("3probe"::equals);

                assertThat(poll(http, kuma, "&sid=" + sid)).isEqualTo("6");
                assertThat(poll(http, kuma, "&sid=" + sid)).isEqualTo("6");
            }
        }
    }

    private static String poll(HttpClient http, URI kuma, String session) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(kuma + "/socket.io/?EIO=4&transport=polling" + session))
                .timeout(PATIENCE)
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }
}
