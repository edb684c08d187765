package org.medianest.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.websockets.next.OpenConnections;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.EventStream;
import org.medianest.gateway.testing.DeafSocket;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.TestSocket;

@QuarkusTest
@WithTestResource(House.class)
class BadListenersTest extends Listening {
    private static final String LARGE = "x".repeat(20_000);

    @Inject
    LiveFeeds feeds;

    @Inject
    OpenConnections connections;

    @Test
    void whoTalksTooMuchIsCutOff() throws Exception {
        try (TestSocket socket = open(alice, null)) {
            socket.next();

            for (int i = 0; i < 50; i++) {
                socket.say("hello");
            }

            assertThat(socket.closedWith(Duration.ofSeconds(5))).isEqualTo(1008);
        }
    }

    @Test
    void whoSaysTooMuchAtOnceIsCutOff() throws Exception {
        try (TestSocket socket = open(alice, null)) {
            socket.next();

            socket.say("x".repeat(2000));

            assertThat(socket.closedWith(Duration.ofSeconds(5))).isEqualTo(1009);
        }
    }

    @Test
    void aHugeFrameEndsTheConnection() throws Exception {
        try (TestSocket socket = open(alice, null)) {
            socket.next();

            socket.say("x".repeat(1_000_000));

            assertThat(socket.isCut(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void whoDoesNotReadIsCutOff() throws Exception {
        try (DeafSocket deaf = DeafSocket.open(RestAssured.port, alice)) {
            sayMoreThanIsRead();

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(connections.listAll()).isEmpty());
            assertThat(deaf.readToTheEnd()).isLessThan(1000 * LARGE.length());
        } finally {
            redis.key().del(EventStream.DOWNLOADS);
        }
    }

    @Test
    void aSlowReaderThatCatchesUpLearnsWhyItWasCutOff() throws Exception {
        try (DeafSocket deaf = DeafSocket.open(RestAssured.port, alice)) {
            sayMoreThanIsRead();

            deaf.readToTheEnd();

            assertThat(deaf.closeCode()).isEqualTo(4408);
        } finally {
            redis.key().del(EventStream.DOWNLOADS);
        }
    }

    /** The network takes a few megabytes before it pushes back, and the queue takes 500 messages. */
    private void sayMoreThanIsRead() {
        awaitSockets(1);
        for (int i = 0; i < 1500; i++) {
            say(EventStream.DOWNLOADS, failed(alice, LARGE));
        }
        awaitSockets(0);
    }

    private void awaitSockets(int count) {
        await().untilAsserted(() ->
                assertThat(feeds.openSocketsOf(alice.user().toString())).isEqualTo(count));
    }
}
