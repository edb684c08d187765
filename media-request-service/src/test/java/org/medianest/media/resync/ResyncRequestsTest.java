package org.medianest.media.resync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamRange;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.EventCatalogue;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.MediaEvent.ResyncRequested;
import org.medianest.commons.testing.EventProbe;
import org.medianest.commons.testing.ResyncRequesting;
import org.medianest.media.testing.MediaServiceTest;

@MediaServiceTest
class ResyncRequestsTest extends ResyncRequesting {
    private static final String OURSELVES = "media-request-service";
    private static final String[] CONSUMED = {EventStream.AUTH, EventStream.DOWNLOADS, EventStream.STATUS};

    @Inject
    RedisDataSource redis;

    private final UUID user = UUID.randomUUID();

    ResyncRequestsTest() {
        super(OURSELVES, ResyncRequested.class, CONSUMED);
    }

    @Test
    void serviceWithNewTablesHasAskedOnceForWhatWasSaidBefore() {
        await().atMost(SOON).untilAsserted(() -> assertThat(requests()).hasSizeGreaterThan(2));

        assertThat(requests())
                .allSatisfy(request -> assertThat(request.service()).isEqualTo(OURSELVES))
                .extracting(ResyncRequested::stream)
                .containsExactlyInAnyOrder(CONSUMED);
    }

    @Test
    void whoWasRegisteredLongAgoIsKnownByTheAnswer() {
        new EventProbe(redis).sayTo(OURSELVES, EventStream.AUTH, registered(user));

        await().atMost(SOON).until(() -> isKnown(user));
    }

    @Test
    void answerToAnotherServiceIsNotOurs() {
        UUID behind = UUID.randomUUID();

        new EventProbe(redis).sayTo("another-service", EventStream.AUTH, registered(user));
        new EventProbe(redis).say(EventStream.AUTH, registered(behind));

        await().atMost(SOON).until(() -> isKnown(behind));
        assertThat(isKnown(user)).isFalse();
    }

    /** For streams that there are. */
    private List<ResyncRequested> requests() {
        return redis.stream(String.class, String.class, String.class)
                .xrange(EventStream.MEDIA, StreamRange.of("-", "+"))
                .stream()
                .map(entry -> EventCodec.decode(String.valueOf(entry.payload().get(EventEnvelope.STREAM_FIELD))))
                .filter(envelope -> envelope.type().equals(EventCatalogue.typeOf(ResyncRequested.class)))
                .map(envelope -> EventCodec.payload(envelope, ResyncRequested.class))
                .filter(request -> EventStream.DURABLE.contains(request.stream()))
                .toList();
    }

    private boolean isKnown(UUID id) {
        return database.first(row -> true, "select 1 from person where id = $1", id)
                .await()
                .indefinitely()
                .isPresent();
    }

    private static EventEnvelope registered(UUID id) {
        return EventCodec.wrap("/auth-service", new UserRegistered(id, "name", List.of()), null);
    }
}
