package org.medianest.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.commons.event.DownloadEvent.DownloadCancelled;
import org.medianest.commons.event.DownloadEvent.DownloadProgressed;
import org.medianest.commons.event.DownloadEvent.DownloadProgressed.Progress;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventEnvelope;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.identity.Permission;
import org.medianest.commons.testing.EventProbe;
import org.medianest.gateway.testing.House;
import org.medianest.gateway.testing.Person;
import org.medianest.gateway.testing.TestSocket;

@QuarkusTest
@WithTestResource(House.class)
class LiveFeedTest extends Listening {
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

    private String now() {
        var time = redis.execute("TIME");
        return (time.get(0).toLong() * 1000 + time.get(1).toLong() / 1000) + "-0";
    }

    private UUID progressed(Person owner, String state) {
        UUID download = UUID.randomUUID();
        say(
                EventStream.LIVE,
                new DownloadProgressed(download, owner.user(), state, new Progress(1.0, 1, null, null, null)));
        return download;
    }
}
