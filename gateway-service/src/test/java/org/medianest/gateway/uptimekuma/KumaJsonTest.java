package org.medianest.gateway.uptimekuma;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.gateway.watch.Beat;
import org.medianest.gateway.watch.WatchState;

class KumaJsonTest {
    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

    @Test
    void liveBeatIsReadInCamelCaseWithItsTimeInUtc() throws JsonProcessingException {
        assertThat(KumaJson.beat(json("""
                        {"monitorID":1,"status":0,"time":"2026-01-01 12:00:00.250","msg":"connect 10.0.0.5","ping":12.6,"important":true,
                         "duration":60}"""), NOW))
                .contains(new Beat(
                        "kuma-1",
                        Instant.parse("2026-01-01T12:00:00.250Z"),
                        WatchState.DOWN,
                        "Uptime Kuma gets no good answer from it.",
                        13,
                        Duration.ofSeconds(60)));
    }

    @Test
    void rowOfTheDatabaseIsReadInSnakeCaseWithItsIdAsText() throws JsonProcessingException {
        assertThat(KumaJson.beat(json("""
                        {"id":9,"important":1,"monitor_id":"4","status":1,"msg":"200 - OK","time":"2026-01-01 12:00:00","ping":null,
                         "duration":20,"down_count":0,"end_time":null,"retries":0}"""), NOW)).hasValueSatisfying(beat -> {
            assertThat(beat.id()).isEqualTo("kuma-4");
            assertThat(beat.state()).isEqualTo(WatchState.UP);
            assertThat(beat.responseMs()).isNull();
        });
    }

    @Test
    void clockThatIsAheadIsHeldToOurs() throws JsonProcessingException {
        assertThat(KumaJson.beat(json("{\"monitorID\":1,\"status\":2,\"time\":\"2027-01-01 00:00:00\"}"), NOW))
                .hasValueSatisfying(beat -> assertThat(beat.at()).isEqualTo(NOW));
    }

    @Test
    void manyOfAClockThatIsAheadKeepTheirOrder() throws JsonProcessingException {
        assertThat(KumaJson.beats(json("""
                        [{"status":1,"time":"2026-01-02 01:00:00"},{"status":0,"time":"2026-01-02 01:01:00"}]"""), "kuma-1", NOW))
                .extracting(Beat::at)
                .containsExactly(NOW.minusSeconds(60), NOW);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "1",
                "{\"monitorID\":1,\"status\":9,\"time\":\"2026-01-01 12:00:00\"}",
                "{\"monitorID\":\"../x\",\"status\":1,\"time\":\"2026-01-01 12:00:00\"}",
                "{\"monitorID\":1,\"status\":1,\"time\":\"yesterday\"}",
                "{\"monitorID\":{\"a\":1},\"status\":1,\"time\":\"2026-01-01 12:00:00\"}",
                "{\"monitorID\":1,\"status\":[],\"time\":7}"
            })
    void whatCannotBeReadIsLeftOut(String row) throws JsonProcessingException {
        assertThat(KumaJson.beat(json(row), NOW)).isEmpty();
    }

    @Test
    void groupsBecomeNamesOfGroupsAndPausedOnesAreKnownAsSuch() throws JsonProcessingException {
        MonitorList list = new MonitorList();

        list.replace(json("""
                {"1":{"id":1,"name":"Media","type":"group","parent":null,"active":true},
                 "2":{"id":"2","name":"Plex","type":"http","parent":1,"active":1},
                 "3":{"id":3,"name":"Disk","type":"push","parent":null,"active":false},
                 "x":{"name":"Nobody"}}"""));
        list.add(
                json(
                        "{\"4\":{\"id\":4,\"name\":\"Radarr\",\"type\":\"http\",\"parent\":\"1\",\"active\":true,\"forceInactive\":1}}"));
        list.remove(json("3"));

        assertThat(list.monitors())
                .containsExactly(
                        new Monitor("kuma-2", "Plex", "Media", false), new Monitor("kuma-4", "Radarr", "Media", true));
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return Packet.JSON.readTree(text);
    }
}
