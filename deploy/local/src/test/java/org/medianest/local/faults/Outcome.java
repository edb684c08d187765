package org.medianest.local.faults;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.medianest.local.lab.RedisConsole;
import org.medianest.local.lab.Role;

/** What must be so when everything is over. Each method fails while it is not. */
record Outcome(Household house) {

    void everythingIsSaid() throws SQLException {
        for (String service : Household.STREAM_OF.keySet()) {
            assertThat(number("select count(*) from %s.plan where said < total".formatted(service)))
                    .as("subjects of which %s has more to say", service)
                    .isZero();
        }
    }

    void everyEffectIsThereOnceAndInOrder(int eventsOfEachStream) throws SQLException {
        for (Role role : Household.ROLES) {
            for (String stream : role.consumes()) {
                assertThat(number(
                                "select count(*) from %s.effect where stream = '%s'".formatted(role.schema(), stream)))
                        .as("effects of %s in %s", stream, role.service())
                        .isEqualTo(eventsOfEachStream);
            }
            assertThat(number("""
                            select count(*) from (
                                select number, row_number() over (partition by subject order by position) - 1 as expected
                                from %s.effect) as effects
                            where number <> expected
                            """.formatted(role.schema())))
                    .as("effects out of their order in %s", role.service())
                    .isZero();
        }
    }

    void nothingWaitsAndNothingPends() throws SQLException, IOException {
        for (Role role : Household.ROLES) {
            assertThat(number("select count(*) from %s.outbox where published_at is null".formatted(role.schema())))
                    .as("rows in the outbox of %s", role.service())
                    .isZero();
            assertThat(number("select count(*) from %s.event_attempt".formatted(role.schema())))
                    .as("failures that %s still counts", role.service())
                    .isZero();
        }
        for (String stream : Household.STREAMS) {
            Object last = RedisConsole.value(house.redis.send("XINFO", "STREAM", stream), "last-generated-id");
            for (Object group : house.redis.list("XINFO", "GROUPS", stream)) {
                assertThat(Map.of(
                                "pending", RedisConsole.value(group, "pending"),
                                "read to", RedisConsole.value(group, "last-delivered-id")))
                        .as("%s of %s", RedisConsole.value(group, "name"), stream)
                        .isEqualTo(Map.of("pending", 0L, "read to", last));
            }
        }
    }

    /** Everybody who reads a stream has put all of its poison aside, once, and nothing else. */
    void deadLettersAreThePoison(Map<String, List<String>> poisonOfStream) throws IOException {
        for (String stream : Household.STREAMS) {
            List<String> expected = poisonOfStream.getOrDefault(stream, List.of()).stream()
                    .flatMap(poison -> Household.ROLES.stream().map(role -> role.service() + " " + poison))
                    .sorted()
                    .toList();
            List<String> dead = house.redis.list("XRANGE", stream + ":dead", "-", "+").stream()
                    .map(entry -> ((List<?>) entry).get(1))
                    .map(fields -> RedisConsole.value(fields, "consumer") + " " + RedisConsole.value(fields, "event"))
                    .sorted()
                    .toList();
            assertThat(dead).as("dead letters of %s", stream).isEqualTo(expected);
        }
    }

    /** Names of replicas that are gone are forgotten. */
    void onlyLivingReplicasAreKnown() throws IOException {
        for (String stream : Household.STREAMS) {
            for (Role role : Household.ROLES) {
                TreeSet<Object> names = house.redis.list("XINFO", "CONSUMERS", stream, role.service()).stream()
                        .map(consumer -> RedisConsole.value(consumer, "name"))
                        .collect(toCollection(TreeSet::new));
                assertThat(names).as("replicas of %s", role.service()).isSubsetOf("1", "2");
            }
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = house.lab.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }
}
