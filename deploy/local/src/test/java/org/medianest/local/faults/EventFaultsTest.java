package org.medianest.local.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Thousands of events between real processes, while every second something breaks. Afterwards every event had its effect once in each
 * service, in the order of its subject; nothing waits, nothing pends, and only the poison was put aside.
 *
 * <p>The profile {@code faults} of the build says fifty thousand, the usual run 3,000.
 */
class EventFaultsTest {
    private static final int EVENTS = Integer.getInteger("medianest.faults.events", 3_000);
    private static final int RATE = Integer.getInteger("medianest.faults.rate", 60);
    private static final long SEED = Long.getLong("medianest.test.seed", System.nanoTime());
    private static final Duration SAYING = Duration.ofMinutes(15);
    private static final Duration RECOVERY = Duration.ofMinutes(5);

    private static final int SUBJECTS = 20;
    private static final int EVENTS_OF_EACH = EVENTS / Household.STREAMS.size() / SUBJECTS;
    private static final int POISON_OF_EACH = 3;

    @TempDir
    Path temporary;

    @Test
    void everyEventHasItsEffectOnceAndInOrderWhateverBreaks() throws IOException, SQLException {
        System.out.printf("again with -Dmedianest.test.seed=%d%n", SEED);
        try (Household house = Household.in(temporary, RATE)) {
            allIsWellAfterwards(house);
        }
    }

    private static void allIsWellAfterwards(Household house) throws IOException, SQLException {
        try {
            Outcome outcome = new Outcome(house);
            for (String service : Household.STREAM_OF.keySet()) {
                house.plan(service, SUBJECTS, EVENTS_OF_EACH);
            }
            house.keep();
            Map<String, List<String>> poison = new TreeMap<>();
            Faults faults = new Faults(house, SEED);
            try (faults) {
                plant(house, poison);
                holds(SAYING, outcome::everythingIsSaid);
            } finally {
                faults.history().forEach(System.out::println);
            }
            assertThat(faults.mistakes()).isEmpty();
            holds(RECOVERY, () -> outcome.everyEffectIsThereOnceAndInOrder(SUBJECTS * EVENTS_OF_EACH));
            holds(RECOVERY, outcome::nothingWaitsAndNothingPends);
            holds(RECOVERY, () -> outcome.deadLettersAreThePoison(poison));
            outcome.onlyLivingReplicasAreKnown();
            assertThat(house.deaths()).as("stations that ended by themselves").isEmpty();
        } catch (AssertionError | ConditionTimeoutException failed) {
            house.keepLogs();
            throw failed;
        }
    }

    /** In the midst of it: not JSON, a type that nobody knows, and one of a newer version. */
    private static void plant(Household house, Map<String, List<String>> poison) {
        for (Map.Entry<String, String> speaker : Household.STREAM_OF.entrySet()) {
            for (int i = 0; i < POISON_OF_EACH; i++) {
                String text = poison(speaker.getValue(), i);
                await().atMost(SAYING).ignoreExceptions().until(() -> {
                    house.plant(speaker.getKey(), text);
                    return true;
                });
                poison.computeIfAbsent(speaker.getValue(), stream -> new ArrayList<>())
                        .add(text);
            }
        }
    }

    private static String poison(String stream, int number) {
        return switch (number % 3) {
            case 0 -> "{not json, " + number + " of " + stream;
            default -> """
                {"specversion":"1.0","id":"01920000-0000-7000-8000-0000000000%02d","source":"/lab",\
                "type":"medianest.user.registered.v%d","subject":"%s","time":"2026-01-02T03:04:05Z",\
                "datacontenttype":"application/json","data":{}}""".formatted(number, 8 + number, stream);
        };
    }

    private static void holds(Duration atMost, ThrowingRunnable condition) {
        await().atMost(atMost)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreExceptions()
                .untilAsserted(condition);
    }
}
