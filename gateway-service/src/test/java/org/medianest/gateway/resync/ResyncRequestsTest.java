package org.medianest.gateway.resync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.EventCatalogue;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.StatusEvent.StatusResyncRequested;
import org.medianest.gateway.testing.House;

@QuarkusTest
@WithTestResource(House.class)
class ResyncRequestsTest {
    @Inject
    RedisDataSource redis;

    @Test
    void serviceWithNewTablesHasAskedWhichSystemsAreConnected() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(requests())
                        .filteredOn(request -> request.stream().equals(EventStream.MEDIA))
                        .singleElement()
                        .satisfies(request -> assertThat(request.service()).isEqualTo("gateway-service")));
    }

    private List<StatusResyncRequested> requests() {
        return redis.stream(String.class, String.class, String.class)
                .xrange(EventStream.STATUS, StreamRange.of("-", "+"))
                .stream()
                .map(entry -> EventCodec.decode(String.valueOf(entry.payload().get(EventEnvelope.STREAM_FIELD))))
                .filter(envelope -> envelope.type().equals(EventCatalogue.typeOf(StatusResyncRequested.class)))
                .map(envelope -> EventCodec.payload(envelope, StatusResyncRequested.class))
                .toList();
    }
}
