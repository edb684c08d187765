package org.medianest.homelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.system.SystemName;

class HomelabTest {
    @Test
    void controlShowsTheState() throws Exception {
        try (Homelab homelab = Homelab.start();
                HttpClient client = HttpClient.newHttpClient()) {
            URI state = homelab.url(SystemName.CONTROL).resolve("/control/state");

            var response = client.send(HttpRequest.newBuilder(state).build(), BodyHandlers.ofString());

            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.body()).contains("stranger-sam");
        }
    }
}
