package org.medianest.gateway.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.websockets.next.OpenConnections;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.commons.event.AuthEvent.SessionRevoked;
import org.medianest.commons.event.DomainEvent;
import org.medianest.commons.event.DownloadEvent.DownloadCancelled;
import org.medianest.commons.event.DownloadEvent.DownloadFailed;
import org.medianest.commons.event.DownloadEvent.DownloadProgressed;
import org.medianest.commons.event.DownloadEvent.DownloadProgressed.Progress;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.identity.SessionKeys;
import org.medianest.commons.testing.EventProbe;
import org.medianest.gateway.testing.DeafSocket;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;
import org.medianest.gateway.testing.RawHttp;
import org.medianest.gateway.testing.TestSocket;

@QuarkusTest
@WithTestResource(House.class)
class LiveFeedTest {
    private static final String HANDSHAKE = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    @Inject
    RedisDataSource redis;

    @Inject
    LiveFeeds feeds;

    @Inject
    OpenConnections connections;

    private Person alice;

    @BeforeEach
    void signIn() {
        alice = Person.signedIn(redis, "downloads:create");
        // so that no stream is younger than a test that asks what it missed
        EventStream.ALL.forEach(stream -> redis.execute("XADD", stream, "*", "ping", "1"));
    }

    @Test
    void theFirstFrameIsAHello() throws Exception {
        try (TestSocket socket = open(alice, null)) {
            assertThat(socket.next()).matches("\\{\"type\":\"hello\",\"id\":\"\\d+-\\d+\"}");
        }
    }

    @Test
    void peopleSeeWhatIsTheirs() throws Exception {
        Person bob = Person.signedIn(redis, "downloads:create");
        Person curator = Person.signedIn(redis, Permission.DOWNLOADS_MANAGE);
        try (TestSocket hers = open(alice, null);
                TestSocket his = open(bob, null);
                TestSocket theirs = open(curator, null)) {
            hers.next();
            his.next();
            theirs.next();

            UUID download = cancelled(alice);
            UUID last = cancelled(bob);

            assertThat(hers.next()).contains("medianest.download.cancelled.v1").contains(download.toString());
            assertThat(his.next()).contains(last.toString());
            assertThat(theirs.next()).contains(download.toString());
            assertThat(theirs.next()).contains(last.toString());
            assertThat(hers.isSilent()).isTrue();
        }
    }

    @Test
    void whatIsSaidAgainAfterALossIsNoNews() throws Exception {
        try (TestSocket socket = open(alice, null)) {
            socket.next();
            EventEnvelope fresh =
                    EventCodec.wrap("/test", new DownloadCancelled(UUID.randomUUID(), alice.user()), null);
            String stale = EventCodec.encode(fresh).replace(fresh.time().toString(), "2026-01-01T00:00:00Z");

            new EventProbe(redis).say(EventStream.DOWNLOADS, EventCodec.decode(stale));
            UUID news = cancelled(alice);

            assertThat(socket.next()).contains(news.toString());
        }
    }

    @Test
    void aFrameSaysWhatHappened() throws Exception {
        try (TestSocket socket = open(alice, null)) {
            socket.next();

            UUID download = cancelled(alice);

            assertThat(socket.next())
                    .matches("\\{\"id\":\"\\d+-\\d+\",\"type\":\"medianest.download.cancelled.v1\",\"subject\":\""
                            + download + "\",\"time\":\"[^\"]+Z\",\"data\":\\{.*}}");
        }
    }

    @Test
    void whoComesBackGetsWhatTheyMissed() throws Exception {
        UUID seen = cancelled(alice);
        String cursor;
        try (TestSocket socket = open(alice, null)) {
            socket.next();
            UUID last = cancelled(alice);
            String frame = socket.next();
            assertThat(frame).contains(last.toString()).doesNotContain(seen.toString());
            cursor = frame.replaceAll("^\\{\"id\":\"([^\"]+)\".*", "$1");
        }
        UUID first = cancelled(alice);
        cancelled(Person.signedIn(redis));
        UUID second = progressed(alice, "x");

        try (TestSocket socket = open(alice, cursor)) {
            assertThat(socket.next()).contains("hello");
            // inclusive: the last one that was seen comes again, and the browser knows it
            assertThat(socket.next()).contains(cursor);
            assertThat(socket.next()).contains(first.toString());
            assertThat(socket.next()).contains(second.toString());
            UUID live = cancelled(alice);
            assertThat(socket.next()).contains(live.toString());
        }
    }

    @Test
    void nothingIsLostOrDoubledWhileComingBack() throws Exception {
        String cursor = now();
        Thread busy = Thread.ofVirtual().start(() -> {
            for (int i = 0; i < 300; i++) {
                say(EventStream.DOWNLOADS, failed(alice, String.valueOf(i)));
            }
        });
        try (TestSocket socket = open(alice, cursor)) {
            assertThat(socket.next()).contains("hello");
            for (int i = 0; i < 300; i++) {
                assertThat(socket.next()).contains("\"message\":\"" + i + "\"");
            }
            assertThat(socket.isSilent()).isTrue();
        }
        busy.join();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-0", "nonsense", "", "99999999999999-0", "-1", "0", "1;DROP"})
    void whoWasAwayTooLongFetchesEverything(String since) throws Exception {
        try (TestSocket socket = open(alice, since)) {
            assertThat(socket.next()).contains("hello");
            assertThat(socket.next()).isEqualTo("{\"type\":\"resync\"}");
        }
    }

    @Test
    void whoMissedTooMuchFetchesEverything() throws Exception {
        String cursor = now();
        for (int i = 0; i < 1001; i++) {
            redis.execute("XADD", EventStream.LIVE, "*", "ping", "1");
        }

        try (TestSocket socket = open(alice, cursor)) {
            assertThat(socket.next()).contains("hello");
            assertThat(socket.next()).isEqualTo("{\"type\":\"resync\"}");
        }
    }

    @Test
    void signingOutClosesTheSocketsOfThatSession() throws Exception {
        try (TestSocket socket = open(alice, null)) {
            socket.next();

            redis.key().del(alice.key());
            say(EventStream.AUTH, new SessionRevoked(alice.session(), alice.user()));

            assertThat(socket.closedWith(Duration.ofSeconds(1))).isEqualTo(4401);
        }
    }

    @Test
    void aSessionThatEndsWithoutAWordClosesItsSocketsToo() throws Exception {
        try (TestSocket socket = open(alice, null)) {
            socket.next();

            redis.key().del(alice.key());

            assertThat(socket.closedWith(Duration.ofSeconds(5))).isEqualTo(4401);
        }
    }

    @Test
    void aPermissionThatIsTakenAwayCountsSoon() throws Exception {
        Person curator = Person.signedIn(redis, Permission.DOWNLOADS_MANAGE);
        try (TestSocket socket = open(curator, null)) {
            socket.next();
            cancelled(alice);
            assertThat(socket.next()).contains("cancelled");

            redis.hash(String.class).hset(curator.key(), SessionKeys.PERMISSIONS, "");

            await().untilAsserted(() -> {
                cancelled(alice);
                assertThat(socket.drain()).isZero();
            });
        }
    }

    @Test
    void anotherSiteMayNotListen() throws IOException {
        RawHttp.Answer answer = upgrade("Origin: http://foreign.example\r\nCookie: " + alice.cookie() + "\r\n");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("\"code\":\"CROSS_SITE\"");
    }

    @Test
    void withoutAnOriginNobodyMayListen() throws IOException {
        assertThat(upgrade("Cookie: " + alice.cookie() + "\r\n").status()).isEqualTo(403);
        assertThat(upgrade("Origin: null\r\nCookie: " + alice.cookie() + "\r\n").status())
                .isEqualTo(403);
    }

    @Test
    void withoutASessionNobodyMayListen() throws IOException {
        RawHttp.Answer answer = upgrade("Origin: http://gateway\r\n");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body()).contains("\"code\":\"UNAUTHENTICATED\"");
        assertThat(upgrade("Origin: http://gateway\r\nCookie: medianest=0123456789012345678901234567890\r\n")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void whoDoesNotUpgradeIsToldTo() {
        given().header("Cookie", alice.cookie())
                .get("/ws/v1/events")
                .then()
                .statusCode(426)
                .body("code", equalTo("UPGRADE_REQUIRED"));
    }

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
            await().untilAsserted(() ->
                    assertThat(feeds.openSocketsOf(alice.user().toString())).isEqualTo(1));

            // the network takes a few megabytes before it pushes back, the queue takes 500 messages
            String large = "x".repeat(20_000);
            for (int i = 0; i < 1500; i++) {
                say(EventStream.DOWNLOADS, failed(alice, large));
            }

            await().untilAsserted(() ->
                    assertThat(feeds.openSocketsOf(alice.user().toString())).isZero());
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(connections.listAll()).isEmpty());
            assertThat(deaf.readToTheEnd()).isLessThan(1000 * 20_000);
        } finally {
            redis.key().del(EventStream.DOWNLOADS);
        }
    }

    @Test
    void aSlowReaderThatCatchesUpLearnsWhyItWasCutOff() throws Exception {
        try (DeafSocket deaf = DeafSocket.open(RestAssured.port, alice)) {
            await().untilAsserted(() ->
                    assertThat(feeds.openSocketsOf(alice.user().toString())).isEqualTo(1));
            String large = "x".repeat(20_000);
            for (int i = 0; i < 1500; i++) {
                say(EventStream.DOWNLOADS, failed(alice, large));
            }
            await().untilAsserted(() ->
                    assertThat(feeds.openSocketsOf(alice.user().toString())).isZero());

            deaf.readToTheEnd();

            assertThat(deaf.closeCode()).isEqualTo(4408);
        } finally {
            redis.key().del(EventStream.DOWNLOADS);
        }
    }

    private static TestSocket open(Person person, @Nullable String since) throws Exception {
        return TestSocket.open(RestAssured.port, person, since);
    }

    private RawHttp.Answer upgrade(String headers) throws IOException {
        return RawHttp.send(
                RestAssured.port,
                "GET /ws/v1/events HTTP/1.1\r\nHost: gateway\r\n"
                        + HANDSHAKE.replace("Connection: Upgrade", "Connection: Upgrade, close") + headers + "\r\n");
    }

    private String now() {
        var time = redis.execute("TIME");
        return (time.get(0).toLong() * 1000 + time.get(1).toLong() / 1000) + "-0";
    }

    private UUID cancelled(Person owner) {
        UUID download = UUID.randomUUID();
        say(EventStream.DOWNLOADS, new DownloadCancelled(download, owner.user()));
        return download;
    }

    private UUID progressed(Person owner, String state) {
        UUID download = UUID.randomUUID();
        say(
                EventStream.LIVE,
                new DownloadProgressed(download, owner.user(), state, new Progress(1.0, 1, null, null, null)));
        return download;
    }

    private static DownloadFailed failed(Person owner, String message) {
        return new DownloadFailed(UUID.randomUUID(), owner.user(), "X", message, true);
    }

    private void say(String stream, DomainEvent event) {
        new EventProbe(redis).say(stream, EventCodec.wrap("/test", event, null));
    }
}
