package org.medianest.commons.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.DownloadEvent.DownloadCompleted;

class EventCodecTest {
    private static final UUID USER = UUID.fromString("01920000-0000-7000-8000-000000000001");

    @Test
    void eventSurvivesTheWay() {
        DownloadCompleted event = new DownloadCompleted(UUID.randomUUID(), USER, "Ünïcödé 🎬", "ada/v.mp4", 1L << 40);

        EventEnvelope read = EventCodec.decode(EventCodec.encode(EventCodec.wrap("/download-service", event, null)));

        assertThat(EventCodec.payload(read, DownloadCompleted.class)).isEqualTo(event);
        assertThat(read.type()).isEqualTo("medianest.download.completed.v1");
        assertThat(read.subject()).isEqualTo(event.downloadId().toString());
        assertThat(read.owner()).isEqualTo(USER);
        assertThat(read.audience()).isEqualTo("downloads:manage");
    }

    @Test
    void payloadHoldsTheFieldsOfTheRecordAndNothingElse() {
        EventEnvelope envelope =
                EventCodec.wrap("/auth-service", new UserRegistered(USER, "ada", List.of("downloads:create")), null);

        assertThat(envelope.data().fieldNames())
                .toIterable()
                .containsExactly("userId", "username", "permissions", "displayName", "plexId");
    }

    @Test
    void todaysReaderReadsFieldsItDoesNotKnow() {
        String newer = """
                {"specversion":"1.0","id":"01920000-0000-7000-8000-000000000002","source":"/auth-service",
                 "type":"medianest.user.registered.v1","subject":"01920000-0000-7000-8000-000000000001",
                 "time":"2026-01-01T00:00:00Z","datacontenttype":"application/json","newattribute":1,
                 "data":{"userId":"01920000-0000-7000-8000-000000000001","username":"ada","permissions":[],"avatar":"x"}}""";

        assertThat(EventCodec.payload(EventCodec.decode(newer), UserRegistered.class))
                .isEqualTo(new UserRegistered(USER, "ada", List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{not json",
                "",
                "null",
                "[]",
                "{}",
                "{\"type\":\"medianest.user.registered.v1\"}",
                "{\"id\":\"01920000-0000-7000-8000-000000000002\",\"type\":\"x\",\"subject\":\"y\",\"time\":\"2026-01-01T00:00:00Z\"}"
            })
    void garbageIsNamedAsSuch(String garbage) {
        assertThatThrownBy(() -> EventCodec.decode(garbage)).isInstanceOf(EventCodec.UnreadableEvent.class);
    }

    @Test
    void everyEventHasATypeOfItsOwn() {
        assertThat(EventCatalogue.all())
                .hasSizeGreaterThan(5)
                .extracting(EventCatalogue::typeOf)
                .doesNotHaveDuplicates()
                .allMatch(type -> type.matches("medianest\\.[a-z]+\\.[a-z]+\\.v\\d+"));
        assertThat(EventCatalogue.classOf("medianest.user.registered.v1")).isEqualTo(UserRegistered.class);
        assertThat(EventCatalogue.classOf("medianest.user.registered.v99")).isNull();
    }
}
