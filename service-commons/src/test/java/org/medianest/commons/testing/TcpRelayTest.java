package org.medianest.commons.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TcpRelayTest {
    private static final int PATIENCE_MILLIS = 5_000;

    private ServerSocket echo;
    private TcpRelay relay;

    @BeforeEach
    void start() throws IOException {
        echo = echoing("");
        relay = new TcpRelay("127.0.0.1", echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        relay.close();
        echo.close();
    }

    @Test
    void bytesAndEndsPassBothWays() throws IOException {
        try (Socket client = dial()) {
            send(client, "hello");
            assertThat(receive(client, 5)).isEqualTo("hello");

            client.shutdownOutput();

            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        await().until(() -> relay.connections() == 0);
    }

    @Test
    void cutConnectionsAreResetAndNewOnesWork() throws IOException {
        try (Socket client = dial()) {
            send(client, "a");
            assertThat(receive(client, 1)).isEqualTo("a");

            relay.cut();

            assertThatThrownBy(() -> client.getInputStream().read())
                    .isInstanceOf(SocketException.class)
                    .hasMessageContaining("reset");
        }
        try (Socket client = dial()) {
            send(client, "b");
            assertThat(receive(client, 1)).isEqualTo("b");
        }
    }

    @Test
    void whatIsHeldFlowsAfterwards() throws IOException {
        relay.hold();
        try (Socket client = dial()) {
            send(client, "held");
            client.setSoTimeout(100);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            relay.resume();

            client.setSoTimeout(PATIENCE_MILLIS);
            assertThat(receive(client, 4)).isEqualTo("held");
        }
    }

    @Test
    void heldConnectionsCanBeCut() throws IOException {
        relay.hold();
        try (Socket client = dial()) {
            send(client, "lost");
            await().until(() -> relay.connections() == 1);

            relay.cut();

            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        assertThat(relay.connections()).isZero();
    }

    @Test
    void delayedPiecesComeLater() throws IOException {
        relay.delay(Duration.ofMillis(100));
        try (Socket client = dial()) {
            long begin = System.nanoTime();

            send(client, "late");

            assertThat(receive(client, 4)).isEqualTo("late");
            assertThat(System.nanoTime() - begin)
                    .isGreaterThanOrEqualTo(Duration.ofMillis(200).toNanos());
        }
    }

    @Test
    void slicedPiecesArriveWhole() throws IOException {
        relay.slice();
        try (Socket client = dial()) {
            send(client, "sliced");

            assertThat(receive(client, 6)).isEqualTo("sliced");
        }
    }

    @Test
    void refusedConnectionsAreReset() throws IOException {
        relay.refuse();

        assertThatThrownBy(() -> {
                    try (Socket client = dial()) {
                        client.getInputStream().read();
                    }
                })
                .isInstanceOf(SocketException.class);
    }

    @Test
    void newTargetIsForNewConnections() throws IOException {
        try (ServerSocket other = echoing("other:");
                Socket before = dial()) {
            send(before, "a");
            assertThat(receive(before, 1)).isEqualTo("a");

            relay.target("127.0.0.1", other.getLocalPort());

            send(before, "b");
            assertThat(receive(before, 1)).isEqualTo("b");
            try (Socket after = dial()) {
                assertThat(receive(after, 6)).isEqualTo("other:");
            }
        }
    }

    private static ServerSocket echoing(String greeting) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket client = server.accept();
                    Thread.ofVirtual().start(() -> echo(client, greeting));
                } catch (IOException closed) {
                    return;
                }
            }
        });
        return server;
    }

    private static void echo(Socket client, String greeting) {
        try (client) {
            send(client, greeting);
            client.getInputStream().transferTo(client.getOutputStream());
        } catch (IOException gone) {
            // the test has what it wanted
        }
    }

    private Socket dial() throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), relay.port());
        client.setSoTimeout(PATIENCE_MILLIS);
        return client;
    }

    private static void send(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String receive(Socket from, int bytes) throws IOException {
        return new String(from.getInputStream().readNBytes(bytes), StandardCharsets.UTF_8);
    }
}
