package org.medianest.commons.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthCheckTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private HttpServer service;
    private int readiness = 200;

    @BeforeEach
    void startService() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(readiness, -1);
            exchange.close();
        });
        service.createContext("/q/health/live", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stopService() {
        service.stop(0);
    }

    @Test
    void readyServiceIsOk() {
        assertThat(isOk(port())).isTrue();
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void serviceThatIsNotReadyIsNotOkButLives() {
        readiness = 503;

        assertThat(isOk(port())).isFalse();
        assertThat(isOk(port(), "ready")).isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("/q/health/ready answered: HTTP/1.1 503");
        assertThat(isOk(port(), "live")).isTrue();
    }

    @Test
    void nothingThatListensIsNotOk() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }

        assertThat(isOk(Integer.toString(closed))).isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("did not answer");
    }

    @Test
    void unknownPortIsNotOk() {
        assertThat(isOk(null)).isFalse();
        assertThat(said.toString(StandardCharsets.UTF_8)).contains(HealthCheck.PORT);
    }

    private String port() {
        return Integer.toString(service.getAddress().getPort());
    }

    private boolean isOk(@Nullable String port, String... words) {
        return HealthCheck.of(List.of(words), port).isOk(new PrintStream(said, true, StandardCharsets.UTF_8));
    }
}
