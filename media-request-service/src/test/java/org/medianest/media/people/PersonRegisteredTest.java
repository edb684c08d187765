package org.medianest.media.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.testing.EventProbe;
import org.medianest.media.testing.MediaServiceTest;

@MediaServiceTest
class PersonRegisteredTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    RedisDataSource redis;

    @Inject
    PersonStore people;

    @Test
    void registeredUserIsKnownHere() {
        UUID user = UUID.randomUUID();

        say(registered(user, "ada", List.of("requests:create")));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(find(user))
                        .isNotNull()
                        .satisfies(person -> assertThat(person.username()).isEqualTo("ada"))
                        .satisfies(person -> assertThat(person.permissions()).containsExactly("requests:create")));
    }

    @Test
    void secondDeliveryChangesNothing() {
        UUID user = UUID.randomUUID();
        EventEnvelope first = registered(user, "grace", List.of());
        EventEnvelope later = registered(user, "grace.hopper", List.of());

        say(first);
        say(later);
        say(first);
        UUID marker = UUID.randomUUID();
        say(registered(marker, "marker", List.of()));

        await().atMost(SOON).untilAsserted(() -> assertThat(find(marker)).isNotNull());
        assertThat(find(user)).extracting(Person::username).isEqualTo("grace.hopper");
    }

    @Test
    void poisonGoesToTheDeadLettersAndStopsNobody() {
        String stream = EventStream.AUTH;
        redis.stream(String.class, String.class, String.class)
                .xadd(stream, Map.of(EventEnvelope.STREAM_FIELD, "{not json"));
        UUID user = UUID.randomUUID();

        say(registered(user, "linus", List.of()));

        await().atMost(SOON).untilAsserted(() -> assertThat(find(user)).isNotNull());
        assertThat(redis.stream(String.class, String.class, String.class).xlen(stream + ":dead"))
                .isPositive();
    }

    private void say(EventEnvelope envelope) {
        new EventProbe(redis).say(EventStream.AUTH, envelope);
    }

    private static EventEnvelope registered(UUID user, String username, List<String> permissions) {
        return EventCodec.wrap("/auth-service", new UserRegistered(user, username, permissions), null);
    }

    private @Nullable Person find(UUID id) {
        return people.byId(id).await().indefinitely().orElse(null);
    }
}
