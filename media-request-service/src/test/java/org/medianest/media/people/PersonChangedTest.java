package org.medianest.media.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.medianest.commons.event.AuthEvent;
import org.medianest.commons.event.AuthEvent.UserChanged;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.testing.EventProbe;
import org.medianest.media.fulfilment.PersonLookup;
import org.medianest.media.testing.MediaServiceTest;

@MediaServiceTest
class PersonChangedTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    RedisDataSource redis;

    @Inject
    PersonStore people;

    @Inject
    PersonLookup lookup;

    private final UUID ada = UUID.randomUUID();

    @Test
    void changedPersonIsKnownAsTheyAreNow() {
        say(new UserRegistered(ada, "ada", List.of("requests:create")));

        say(new UserChanged(ada, "ada", List.of(), "Ada Lovelace", 1_002L, true));

        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(find()).contains(new Person(ada, "ada", List.of(), "Ada Lovelace", 1_002L, true)));
        assertThat(lookup.find(ada).await().atMost(SOON)).contains(new PersonLookup.Known("Ada Lovelace", 1_002L));
    }

    @Test
    void accountThatIsSaidAgainDoesNotLetASuspendedPersonIn() {
        say(new UserChanged(ada, "ada", List.of(), null, null, true));

        say(new UserRegistered(ada, "ada", List.of("requests:create"), "Ada", 1_002L));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(find())
                        .contains(new Person(ada, "ada", List.of("requests:create"), "Ada", 1_002L, true)));
    }

    @Test
    void whoHasNoOtherNameIsCalledByTheirUsername() {
        say(new UserRegistered(ada, "ada", List.of()));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(lookup.find(ada).await().atMost(SOON))
                        .contains(new PersonLookup.Known("ada", null)));
    }

    private Optional<Person> find() {
        return people.byId(ada).await().atMost(SOON);
    }

    private void say(AuthEvent event) {
        new EventProbe(redis).say(EventStream.AUTH, EventCodec.wrap("/auth-service", event, null));
    }
}
