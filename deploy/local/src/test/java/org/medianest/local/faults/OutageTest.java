package org.medianest.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.local.lab.RedisConsole;
import org.medianest.local.lab.Station;
import org.medianest.local.process.Pause;

/** One long outage at a time, with real processes. */
class OutageTest {
    private static final int RATE = 50;
    private static final int SUBJECTS = 10;
    /** Far longer than a leader lives, so that a busy machine fails nothing. */
    private static final Duration STANDSTILL = Duration.ofSeconds(12);

    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    Path temporary;

    private Household house;
    private Outcome outcome;

    @BeforeEach
    void start() throws IOException {
        house = Household.in(temporary, RATE);
        outcome = new Outcome(house);
    }

    @AfterEach
    void end() throws IOException {
        house.close();
    }

    @Test
    void postgresThatIsAwayForTwentySecondsCostsTimeOnly() throws SQLException, IOException {
        say(60);
        awaitEntries(50);

        house.lab.postgres().kill();
        Pause.of(Duration.ofSeconds(20));
        house.lab.postgres().start();

        allIsWellWith(60);
    }

    @Test
    void whoeverStandsStillTheOtherReplicaRelaysMeanwhile() throws SQLException, IOException {
        say(200);
        awaitEntries(50);

        Duration longest = Duration.ZERO;
        for (Station replica : house.stations.stream()
                .filter(station -> station.name().startsWith("alpha"))
                .toList()) {
            replica.pause();
            longest = longer(longest, longestSilence(STANDSTILL));
            replica.resume();
        }

        assertThat(longest).as("longest silence").isLessThan(STANDSTILL.minusSeconds(2));
        allIsWellWith(200);
    }

    private void say(int eventsOfEach) throws SQLException {
        for (String service : Household.STREAM_OF.keySet()) {
            house.plan(service, SUBJECTS, eventsOfEach);
        }
        house.keep();
    }

    private void awaitEntries(long count) {
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> Household.STREAMS.stream().allMatch(stream -> entries(stream) >= count));
    }

    private void allIsWellWith(int eventsOfEach) {
        await().atMost(SOON).ignoreExceptions().untilAsserted(outcome::everythingIsSaid);
        await().atMost(SOON)
                .ignoreExceptions()
                .untilAsserted(() -> outcome.everyEffectIsThereOnceAndInOrder(SUBJECTS * eventsOfEach));
        await().atMost(SOON).ignoreExceptions().untilAsserted(outcome::nothingWaitsAndNothingPends);
        assertThat(house.deaths()).isEmpty();
    }

    /** How long no event came on the stream that the two replicas write, both of which go on committing. */
    private Duration longestSilence(Duration watched) {
        long end = System.nanoTime() + watched.toNanos();
        long heardAt = System.nanoTime();
        long entries = entries("events:auth");
        Duration longest = Duration.ZERO;
        while (System.nanoTime() < end) {
            long now = entries("events:auth");
            if (now != entries) {
                entries = now;
                heardAt = System.nanoTime();
            }
            longest = longer(longest, Duration.ofNanos(System.nanoTime() - heardAt));
            Pause.of(Duration.ofMillis(20));
        }
        return longest;
    }

    private long entries(String stream) {
        try {
            return (Long) RedisConsole.value(house.redis.send("XINFO", "STREAM", stream), "length");
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
