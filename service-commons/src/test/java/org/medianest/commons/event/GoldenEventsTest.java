package org.medianest.commons.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.medianest.commons.event.AuthEvent.AuthResyncRequested;
import org.medianest.commons.event.AuthEvent.DeadLetterDropped;
import org.medianest.commons.event.AuthEvent.DeadLetterReplayed;
import org.medianest.commons.event.AuthEvent.NotificationAdded;
import org.medianest.commons.event.AuthEvent.SessionRevoked;
import org.medianest.commons.event.AuthEvent.UserChanged;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.DownloadEvent.DownloadCancelled;
import org.medianest.commons.event.DownloadEvent.DownloadCompleted;
import org.medianest.commons.event.DownloadEvent.DownloadFailed;
import org.medianest.commons.event.DownloadEvent.DownloadProgressed;
import org.medianest.commons.event.DownloadEvent.DownloadProgressed.Progress;
import org.medianest.commons.event.DownloadEvent.DownloadQueued;
import org.medianest.commons.event.DownloadEvent.DownloadRemoved;
import org.medianest.commons.event.DownloadEvent.DownloadStarted;
import org.medianest.commons.event.MediaEvent.DownloadShelved;
import org.medianest.commons.event.MediaEvent.FollowedTitleChanged;
import org.medianest.commons.event.MediaEvent.IntegrationAdministered;
import org.medianest.commons.event.MediaEvent.IntegrationChanged;
import org.medianest.commons.event.MediaEvent.PlexServerConnected;
import org.medianest.commons.event.MediaEvent.PlexServerDisconnected;
import org.medianest.commons.event.MediaEvent.RequestApproved;
import org.medianest.commons.event.MediaEvent.RequestAvailable;
import org.medianest.commons.event.MediaEvent.RequestCancelled;
import org.medianest.commons.event.MediaEvent.RequestCreated;
import org.medianest.commons.event.MediaEvent.RequestDeclined;
import org.medianest.commons.event.MediaEvent.RequestFailed;
import org.medianest.commons.event.MediaEvent.RequestProgressed;
import org.medianest.commons.event.MediaEvent.RequestStageChanged;
import org.medianest.commons.event.MediaEvent.ResyncRequested;
import org.medianest.commons.event.StatusEvent.SourceAdministered;
import org.medianest.commons.event.StatusEvent.StatusChanged;
import org.medianest.commons.event.StatusEvent.StatusResyncRequested;

/**
 * Services are updated one after the other, and streams keep what was said before: the readers and writers of yesterday and of
 * today must understand each other.
 */
class GoldenEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What a wrapped event gets of the moment; how it is written, the way of the whole envelope shows. */
    private static final List<String> NEW_EACH_TIME = List.of("id", "time");

    private static final UUID ADA = UUID.fromString("01920000-0000-7000-8000-00000000ada0");
    private static final UUID SESSION = UUID.fromString("01920000-0000-7000-8000-000000005e55");
    private static final UUID DOWNLOAD = UUID.fromString("01920000-0000-7000-8000-00000000d001");

    private static final UUID RESYNC = UUID.fromString("01920000-0000-7000-8000-0000000a5c00");

    private static final UUID REQUEST = UUID.fromString("01920000-0000-7000-8000-00000000f001");
    private static final UUID EVE = UUID.fromString("01920000-0000-7000-8000-0000000e1e00");
    private static final String FILM = "MOVIE";
    private static final String TITLE = "Ünïcödé 🎬";

    /** What the golden files say. */
    static final List<DomainEvent> EVENTS = List.of(
            new UserRegistered(ADA, "ada", List.of("downloads:create", "requests:create")),
            new UserChanged(ADA, "ada", List.of("downloads:create"), "Ada 🎬", 1_234_567_890_123L, true),
            new SessionRevoked(SESSION, ADA),
            new NotificationAdded(
                    UUID.fromString("01920000-0000-7000-8000-0000000ab001"),
                    ADA,
                    "REQUEST_DECLINED",
                    TITLE,
                    "It is on the shelf as a disc."),
            new ResyncRequested(RESYNC, EventStream.AUTH, "media-request-service"),
            new AuthResyncRequested(RESYNC, EventStream.MEDIA, "auth-service"),
            new StatusResyncRequested(RESYNC, EventStream.MEDIA, "gateway-service"),
            new SourceAdministered(ADA, "Uptime Kuma", "INTEGRATION_CONNECTED"),
            new RequestCreated(REQUEST, ADA, FILM, 603, TITLE),
            new RequestApproved(REQUEST, ADA, FILM, 603, TITLE),
            new RequestDeclined(REQUEST, ADA, FILM, 603, TITLE, "It is on the shelf as a disc."),
            new RequestCancelled(REQUEST, ADA, FILM, 603, TITLE),
            new RequestFailed(REQUEST, ADA, FILM, 603, TITLE, "Radarr refused it: the folder is full."),
            new RequestAvailable(REQUEST, ADA, FILM, 603, TITLE),
            new RequestStageChanged(REQUEST, ADA, FILM, 603, TITLE, "NEEDS_ATTENTION", "The file cannot be imported."),
            new RequestProgressed(REQUEST, ADA, FILM, 603, TITLE, 42.5, 2_300L),
            new FollowedTitleChanged(EVE, REQUEST, FILM, 603, TITLE, "AVAILABLE", null),
            new PlexServerConnected("a1b2c3d4e5f6", "Ada's cinema"),
            new PlexServerDisconnected("a1b2c3d4e5f6"),
            new IntegrationChanged("RADARR", true, "Radarr", "http://radarr.lan:7878/ping"),
            new IntegrationAdministered(ADA, "ada", "Radarr", "INTEGRATION_CONNECTED"),
            new DeadLetterReplayed(
                    ADA,
                    "downloads-1767323045000-0",
                    EventStream.DOWNLOADS,
                    "media-request-service",
                    UUID.fromString("01920000-0000-7000-8000-000000000005")),
            new DeadLetterDropped(
                    ADA, "downloads-1767323045000-0", EventStream.DOWNLOADS, "media-request-service", null),
            new DownloadShelved(
                    DOWNLOAD,
                    ADA,
                    "4711",
                    "https://app.plex.tv/desktop/#!/server/4f1c/details?key=%2Flibrary%2Fmetadata%2F4711",
                    null),
            new DownloadQueued(DOWNLOAD, ADA, "https://example.org/watch?v=1"),
            new DownloadStarted(DOWNLOAD, ADA, 2),
            new DownloadCompleted(DOWNLOAD, ADA, "Ünïcödé 🎬", "ada/Ünïcödé 🎬.mp4", 5_000_000_000L),
            new DownloadFailed(DOWNLOAD, ADA, "UNAVAILABLE", "The site says that this video is private.", false),
            new DownloadCancelled(DOWNLOAD, ADA),
            new DownloadRemoved(DOWNLOAD, ADA),
            new DownloadProgressed(
                    DOWNLOAD,
                    ADA,
                    "DOWNLOADING",
                    new Progress(42.5, 2_125_000_000L, 5_000_000_000L, 1_250_000L, 2_300L)),
            new StatusChanged(
                    "plex",
                    "Plex, “Attic”",
                    "SYSTEM",
                    "DOWN",
                    Instant.parse("2026-01-02T03:03:25.006006Z"),
                    "It does not answer."));

    @Test
    void everyTypeHasItsFileAndEveryFileItsType() throws IOException {
        List<String> types =
                EventCatalogue.all().stream().map(EventCatalogue::typeOf).toList();

        assertThat(GoldenEvents.types()).containsExactlyInAnyOrderElementsOf(types);
        assertThat(EVENTS).map(GoldenEventsTest::typeOf).containsExactlyInAnyOrderElementsOf(types);
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void todaysReaderReadsYesterdaysBytes(DomainEvent event) {
        ObjectNode yesterday = GoldenEvents.json(typeOf(event));

        assertThat(read(yesterday)).isEqualTo(event);
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void yesterdaysReaderFindsAllItsFieldsInTodaysBytes(DomainEvent event) throws JsonProcessingException {
        ObjectNode yesterday = GoldenEvents.json(typeOf(event));
        String traceparent = yesterday.get("traceparent").asText();

        String today = EventCodec.encode(
                EventCodec.wrap("/" + EventCatalogue.serviceOf(event.getClass()), event, traceparent));

        assertThat(fields(JSON.readTree(today))).containsAllEntriesOf(fields(yesterday.without(NEW_EACH_TIME)));
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void envelopeIsWrittenAsItWasRead(DomainEvent event) throws JsonProcessingException {
        ObjectNode yesterday = GoldenEvents.json(typeOf(event));

        String today = EventCodec.encode(EventCodec.decode(yesterday.toString()));

        assertThat(fields(JSON.readTree(today))).containsAllEntriesOf(fields(yesterday));
    }

    @ParameterizedTest
    @FieldSource("EVENTS")
    void whatTheReaderDoesNotKnowItIgnores(DomainEvent event) {
        ObjectNode tomorrow = GoldenEvents.json(typeOf(event));
        addUnknownFields(tomorrow);

        assertThat(read(tomorrow)).isEqualTo(event);
    }

    @Test
    void fieldsThatAreNotRequiredMayBeAbsent() {
        ObjectNode sparse = GoldenEvents.json("medianest.download.progress.v1");
        sparse.remove(List.of("traceparent", "owner", "audience"));
        sparse.withObject("/data/progress").retain("downloadedBytes");

        assertThat(read(sparse))
                .isEqualTo(new DownloadProgressed(
                        DOWNLOAD, ADA, "DOWNLOADING", new Progress(null, 2_125_000_000L, null, null, null)));
    }

    /** Who was registered before people had a display name and a Plex account reads like one who has neither. */
    @Test
    void registeredPersonWithNameAndPlexAccountIsReadBack() {
        UserRegistered event = new UserRegistered(ADA, "ada", List.of(), "Ada", 1002L);

        assertThat(EventCodec.payload(EventCodec.wrap("/auth-service", event, null), UserRegistered.class))
                .isEqualTo(event);
    }

    private static DomainEvent read(ObjectNode bytes) {
        EventEnvelope envelope = EventCodec.decode(bytes.toString());
        return EventCodec.payload(envelope, Objects.requireNonNull(EventCatalogue.classOf(envelope.type())));
    }

    private static String typeOf(DomainEvent event) {
        return EventCatalogue.typeOf(event.getClass());
    }

    /** All values by their JSON pointer. A list is one value. */
    private static Map<String, JsonNode> fields(JsonNode object) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        object.forEachEntry((name, value) -> {
            if (value.isObject()) {
                fields(value).forEach((below, inner) -> fields.put("/" + name + below, inner));
            } else {
                fields.put("/" + name, value);
            }
        });
        return fields;
    }

    /** In the object and in all objects within it. */
    private static void addUnknownFields(ObjectNode object) {
        object.forEach(value -> {
            if (value instanceof ObjectNode inner) {
                addUnknownFields(inner);
            }
        });
        object.put("unknown", "x").putObject("unknownObject").put("deep", 1);
    }
}
