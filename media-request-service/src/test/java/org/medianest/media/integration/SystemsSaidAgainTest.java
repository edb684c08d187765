package org.medianest.media.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.AuthEvent.AuthResyncRequested;
import org.medianest.commons.event.DomainEvent;
import org.medianest.commons.event.EventCatalogue;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.MediaEvent.IntegrationChanged;
import org.medianest.commons.event.MediaEvent.PlexServerConnected;
import org.medianest.commons.event.StatusEvent.StatusResyncRequested;
import org.medianest.commons.testing.EventProbe;
import org.medianest.media.system.Secret;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.MediaServiceTest;

/** However long ago they were connected: who has new tables is told of them again. */
@MediaServiceTest
class SystemsSaidAgainTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final URI ADDRESS = URI.create("http://127.0.0.1:9");

    @Inject
    Connecting connecting;

    @Inject
    Database database;

    @Inject
    RedisDataSource redis;

    private final String service = "new-service-" + UUID.randomUUID();

    @BeforeEach
    void connect() {
        connecting.connect(SystemKind.RADARR, ADDRESS, new Secret("key"), new JsonObject());
        connecting.connect(SystemKind.PLEX, ADDRESS, new Secret("key"), new JsonObject());
    }

    @AfterEach
    void disconnect() {
        connecting.disconnect(SystemKind.RADARR);
        connecting.disconnect(SystemKind.PLEX);
    }

    @Test
    void authServiceIsToldOfThePlexServer() {
        ask(EventStream.AUTH, "/auth-service", new AuthResyncRequested(UUID.randomUUID(), EventStream.MEDIA, service));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told(PlexServerConnected.class))
                        .containsExactly(new PlexServerConnected("homelab-machine", "Plex")));
    }

    @Test
    void gatewayIsToldOfAllSystems() {
        ask(
                EventStream.STATUS,
                "/gateway-service",
                new StatusResyncRequested(UUID.randomUUID(), EventStream.MEDIA, service));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(told(IntegrationChanged.class))
                        .allSatisfy(system -> assertThat(system.configured()).isTrue())
                        .extracting(IntegrationChanged::kind)
                        .containsExactlyInAnyOrder("RADARR", "PLEX"));
    }

    @Test
    void streamOfAnotherOwnerIsNotOurs() {
        EventEnvelope request = ask(
                EventStream.AUTH,
                "/auth-service",
                new AuthResyncRequested(UUID.randomUUID(), EventStream.STATUS, service));

        await().atMost(SOON).until(() -> isHeard(request));
        assertThat(told(IntegrationChanged.class)).isEmpty();
    }

    private EventEnvelope ask(String stream, String source, DomainEvent event) {
        EventEnvelope request = EventCodec.wrap(source, event, null);
        new EventProbe(redis).say(stream, request);
        return request;
    }

    /** And all that is said because of it is on the stream. */
    private boolean isHeard(EventEnvelope request) {
        return !database.list(row -> true, "select 1 from processed_event where event_id = $1", request.id())
                        .await()
                        .atMost(SOON)
                        .isEmpty()
                && database.list(row -> true, "select 1 from outbox where published_at is null")
                        .await()
                        .atMost(SOON)
                        .isEmpty();
    }

    /** What the stream says to the service that asked. */
    private <E extends DomainEvent> List<E> told(Class<E> event) {
        return redis.stream(String.class, String.class, String.class)
                .xrange(EventStream.MEDIA, StreamRange.of("-", "+"))
                .stream()
                .map(StreamMessage::payload)
                .filter(fields -> service.equals(fields.get("for")))
                .map(fields -> EventCodec.decode(String.valueOf(fields.get(EventEnvelope.STREAM_FIELD))))
                .filter(envelope -> envelope.type().equals(EventCatalogue.typeOf(event)))
                .map(envelope -> EventCodec.payload(envelope, event))
                .toList();
    }
}
