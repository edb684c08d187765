package org.medianest.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.commons.event.DownloadEvent.DownloadQueued;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.redis.RedisLines;
import org.medianest.gateway.testing.House;
import redis.embedded.RedisServer;

/** With a Redis of its own, which it stops and starts. */
class TailTest {
    private static final List<String> STREAMS = List.of("events:auth", "events:downloads", "live");

    private final Vertx vertx = Vertx.vertx();
    private final List<LiveMessage> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger gaps = new AtomicInteger();

    @TempDir
    Path data;

    private int port;
    private RedisServer server;
    private Tail tail;

    @BeforeEach
    void start() throws Exception {
        port = House.unusedPort();
        server = startRedis();
        say("live", "before");
        tail = new Tail(
                vertx,
                new RedisLines(vertx, "redis://127.0.0.1:" + port).open(Tail.PATIENCE),
                STREAMS,
                told::add,
                gaps::incrementAndGet);
        tail.start();
        tail.placed().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    @AfterEach
    void stop() throws Exception {
        tail.stop();
        server.stop();
        vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    @Test
    void beginsBehindWhatWasThere() throws Exception {
        say("live", "after");

        await().untilAsserted(() -> assertThat(subjects()).containsExactly("after"));
    }

    @Test
    void tellsAllStreamsInTheOrderOfTheirIds() throws Exception {
        for (int i = 0; i < 1500; i++) {
            say(STREAMS.get(i % 3), String.valueOf(i));
        }

        await().untilAsserted(() -> assertThat(told).hasSize(1500));
        assertThat(told).extracting(LiveMessage::id).isSorted();
    }

    @Test
    void losesNothingWhileRedisIsAway() throws Exception {
        say("events:downloads", "1");
        await().untilAsserted(() -> assertThat(subjects()).containsExactly("1"));

        server.stop();
        server = startRedis();
        say("events:downloads", "2");
        say("live", "3");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(subjects()).containsExactly("1", "2", "3"));
        assertThat(gaps).hasValue(0);
    }

    @Test
    void anUnreadableEntryIsSteppedOver() throws Exception {
        send(Request.cmd(Command.XADD).arg("live").arg("*").arg("event").arg("{broken"));
        send(Request.cmd(Command.XADD).arg("live").arg("*").arg("other").arg("x"));
        say("live", "next");

        await().untilAsserted(() -> assertThat(subjects()).containsExactly("next"));
    }

    /** A dead letter that an admin has tried again. */
    @Test
    void anEntryForOneServiceIsNotShown() throws Exception {
        String text = EventCodec.encode(event("again"));
        send(Request.cmd(Command.XADD)
                .arg("events:downloads")
                .arg("*")
                .arg(EventEnvelope.STREAM_FIELD)
                .arg(text)
                .arg(EventEnvelope.RECIPIENT_FIELD)
                .arg("media-request-service"));
        say("events:downloads", "next");

        await().untilAsserted(() -> assertThat(subjects()).containsExactly("next"));
    }

    @Test
    void whatAServiceSaysInTheNameOfAnotherIsNotShown() throws Exception {
        EventEnvelope queued = EventCodec.wrap(
                "/auth-service", new DownloadQueued(UUID.randomUUID(), UUID.randomUUID(), "https://example.org"), null);
        send(Request.cmd(Command.XADD).arg("events:auth").arg("*").arg("event").arg(EventCodec.encode(queued)));
        say("events:auth", "next");

        await().untilAsserted(() -> assertThat(subjects()).containsExactly("next"));
    }

    @Test
    void saysSoWhenAStreamWasSetBack() throws Exception {
        send(Request.cmd(Command.XADD)
                .arg("live")
                .arg("99999999999999-0")
                .arg("event")
                .arg(EventCodec.encode(event("ahead"))));
        await().untilAsserted(() -> assertThat(subjects()).containsExactly("ahead"));

        send(Request.cmd(Command.DEL).arg("live"));
        say("live", "back");
        send(Request.cmd(Command.CLIENT).arg("KILL").arg("TYPE").arg("normal"));

        await().untilAsserted(() -> assertThat(gaps).hasValue(1));
        say("live", "further");
        await().untilAsserted(() -> assertThat(subjects()).containsExactly("ahead", "further"));
    }

    private List<String> subjects() {
        return told.stream().map(LiveMessage::subject).toList();
    }

    private RedisServer startRedis() throws IOException {
        Files.createDirectories(data);
        RedisServer redis = RedisServer.newRedisServer()
                .port(port)
                .bind("127.0.0.1")
                .setting("appendonly yes")
                .setting("appendfsync always")
                .setting("dir " + data)
                .build();
        redis.start();
        return redis;
    }

    private void say(String stream, String subject) throws Exception {
        send(Request.cmd(Command.XADD).arg(stream).arg("*").arg("event").arg(EventCodec.encode(event(subject))));
    }

    private void send(Request request) throws Exception {
        Redis client = Redis.createClient(
                vertx,
                new RedisOptions()
                        .setConnectionString("redis://127.0.0.1:" + port)
                        .setProtocolNegotiation(false));
        try {
            client.send(request)
                    .recover(killed -> io.vertx.core.Future.succeededFuture())
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(5, TimeUnit.SECONDS);
        } finally {
            client.close();
        }
    }

    /** Of a type that is told on no stream in particular. */
    private static EventEnvelope event(String subject) {
        UUID owner = UUID.randomUUID();
        EventEnvelope wrapped =
                EventCodec.wrap("/test", new DownloadQueued(UUID.randomUUID(), owner, "https://example.org"), null);
        return new EventEnvelope(
                wrapped.specversion(),
                wrapped.id(),
                wrapped.source(),
                "medianest.test.happened.v1",
                subject,
                wrapped.time(),
                wrapped.datacontenttype(),
                wrapped.data(),
                null,
                owner,
                null);
    }
}
