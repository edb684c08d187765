package org.medianest.media.shelving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.DownloadEvent.DownloadCompleted;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.MediaEvent.DownloadShelved;
import org.medianest.commons.testing.EventProbe;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.fault.Fault;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.Library;
import org.medianest.homelab.world.MediaFile;
import org.medianest.media.fulfilment.Fulfilling;
import org.medianest.media.integration.Connecting;
import org.medianest.media.system.Secret;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.MediaServiceTest;

/** Downloads on their way into the household's Plex server. */
@MediaServiceTest
@TestProfile(Fulfilling.class)
@SuppressWarnings("NullAway.Init")
class HomelabShelvingTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final JsonObject OPTIONS =
            new JsonObject().put("downloadsSection", "3").put("downloadsPathPlex", Library.DOWNLOADS.location());

    Homelab lab;

    @Inject
    RedisDataSource redis;

    @Inject
    Connecting connecting;

    @Inject
    Database database;

    private final UUID ada = UUID.randomUUID();
    private final String name = "ada-" + ada;

    @BeforeEach
    void connect() {
        lab.clock().setSpeed(20);
        new EventProbe(redis)
                .say(
                        EventStream.AUTH,
                        EventCodec.wrap("/auth-service", new UserRegistered(ada, name, List.of()), null));
        connecting.connect(SystemKind.PLEX, lab.url(SystemName.PLEX), new Secret(Keys.PLEX_OWNER), OPTIONS);
    }

    @AfterEach
    void disconnect() {
        database.run("delete from shelving").await().indefinitely();
        connecting.disconnect(SystemKind.PLEX);
        lab.reset();
    }

    @Test
    void downloadsOfAPersonAreACollection() {
        List<UUID> downloads = List.of(completed("Ünïcödé 🎬 [1].mp4"), completed("Another [2].mp4"));

        List<String> keys = downloads.stream().map(this::awaitShelved).toList();

        assertThat(children()).containsExactlyInAnyOrderElementsOf(keys);
    }

    @ParameterizedTest
    @FieldSource("org.medianest.media.testing.LabFaults#ALL")
    void downloadSurvivesWhateverIsWrongWithPlex(Fault fault) {
        lab.faults().set(SystemName.PLEX, fault);
        UUID download = completed("A video [1].mp4");
        await().atMost(SOON).until(() -> isPutOff(download));

        lab.faults().clear();

        String key = awaitShelved(download);
        assertThat(children()).containsExactly(key);
    }

    private UUID completed(String file) {
        UUID download = UUID.randomUUID();
        String path = name + "/" + file;
        lab.world()
                .files()
                .put(new MediaFile(
                        Library.DOWNLOADS.location() + "/" + path,
                        Optional.empty(),
                        0,
                        0,
                        5,
                        lab.clock().now()));
        new EventProbe(redis)
                .say(
                        EventStream.DOWNLOADS,
                        EventCodec.wrap(
                                "/download-service", new DownloadCompleted(download, ada, "Title", path, 5), null));
        return download;
    }

    /** What Plex calls it. */
    private String awaitShelved(UUID download) {
        await().atMost(SOON)
                .until(() -> !new EventProbe(redis)
                        .about(EventStream.MEDIA, download.toString())
                        .isEmpty());
        return EventCodec.payload(
                        new EventProbe(redis)
                                .about(EventStream.MEDIA, download.toString())
                                .getFirst(),
                        DownloadShelved.class)
                .ratingKey();
    }

    private boolean isPutOff(UUID download) {
        return database.first(
                        row -> true, "select 1 from shelving where download_id = $1 and problem is not null", download)
                .await()
                .indefinitely()
                .isPresent();
    }

    private List<String> children() {
        JsonPath collections = ask("/library/sections/3/collections");
        String key = collections.getString(
                "MediaContainer.Metadata.find { it.title == 'MediaNest downloads of " + name + "' }.ratingKey");
        return ask("/library/collections/" + key + "/children").getList("MediaContainer.Metadata.ratingKey");
    }

    private JsonPath ask(String path) {
        return RestAssured.given()
                .header("X-Plex-Token", Keys.PLEX_OWNER)
                .header("Accept", "application/json")
                .get(lab.url(SystemName.PLEX) + path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
