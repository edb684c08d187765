package org.medianest.gateway.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.gateway.probe.HttpProbe.Finding;

class HttpProbeTest {
    private final Vertx vertx = Vertx.vertx();
    private final HttpProbe probe = new HttpProbe(vertx, Duration.ofSeconds(5));

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:99999",
                "http://127.0.0.1:0",
                "http://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.test",
                "http://127.0.0.1:2147483647/"
            })
    void addressThatCannotBeAskedIsSilentAndNoFailure(String address) throws Exception {
        URI url = URI.create(address);

        Finding finding =
                probe.look(url).toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);

        assertThat(finding).isInstanceOf(Finding.Silent.class);
    }
}
