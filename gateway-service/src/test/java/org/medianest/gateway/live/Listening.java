package org.medianest.gateway.live;

import io.quarkus.redis.datasource.RedisDataSource;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.medianest.commons.event.DomainEvent;
import org.medianest.commons.event.DownloadEvent.DownloadCancelled;
import org.medianest.commons.event.DownloadEvent.DownloadFailed;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.testing.EventProbe;
import org.medianest.gateway.testing.Person;
import org.medianest.gateway.testing.TestSocket;

/** Alice, who is signed in, and what happens around her. */
abstract class Listening {
    @Inject
    RedisDataSource redis;

    Person alice;

    @BeforeEach
    void signIn() {
        alice = Person.signedIn(redis, "downloads:create");
        // so that no stream is younger than a test that asks what it missed
        EventStream.ALL.forEach(stream -> redis.execute("XADD", stream, "*", "ping", "1"));
    }

    static TestSocket open(Person person, @Nullable String since) throws Exception {
        return TestSocket.open(RestAssured.port, person, since);
    }

    UUID cancelled(Person owner) {
        UUID download = UUID.randomUUID();
        say(EventStream.DOWNLOADS, new DownloadCancelled(download, owner.user()));
        return download;
    }

    static DownloadFailed failed(Person owner, String message) {
        return new DownloadFailed(UUID.randomUUID(), owner.user(), "X", message, true);
    }

    void say(String stream, DomainEvent event) {
        new EventProbe(redis).say(stream, EventCodec.wrap("/test", event, null));
    }
}
