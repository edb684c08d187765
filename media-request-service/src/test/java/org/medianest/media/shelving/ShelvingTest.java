package org.medianest.media.shelving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.commons.database.Database;
import org.medianest.commons.event.AuthEvent.UserRegistered;
import org.medianest.commons.event.DownloadEvent;
import org.medianest.commons.event.DownloadEvent.DownloadCompleted;
import org.medianest.commons.event.DownloadEvent.DownloadRemoved;
import org.medianest.commons.event.EventCodec;
import org.medianest.commons.event.EventStream;
import org.medianest.commons.event.MediaEvent.DownloadShelved;
import org.medianest.commons.testing.EventProbe;
import org.medianest.media.fulfilment.Fulfilling;
import org.medianest.media.integration.Connecting;
import org.medianest.media.system.SystemKind;
import org.medianest.media.testing.MediaServiceTest;

@MediaServiceTest
@TestProfile(Fulfilling.class)
class ShelvingTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final JsonObject OPTIONS = new JsonObject()
            .put("downloadsSection", "5")
            .put("downloadsPathHere", "/var/lib/medianest/media")
            .put("downloadsPathPlex", "/data/youtube/");

    @Inject
    RedisDataSource redis;

    @Inject
    Connecting connecting;

    @Inject
    Database database;

    private final UUID ada = UUID.randomUUID();
    private final String adaName = "ada-" + ada;

    private final CollectingPlex plex = new CollectingPlex();

    @BeforeEach
    void connect() {
        new EventProbe(redis)
                .say(
                        EventStream.AUTH,
                        EventCodec.wrap("/auth-service", new UserRegistered(ada, adaName, List.of()), null));
        connecting.connect(plex.connection(OPTIONS));
    }

    @AfterEach
    void disconnect() {
        database.run("delete from shelving").await().indefinitely();
        connecting.disconnect(SystemKind.PLEX);
        plex.close();
    }

    @Test
    void downloadIsFoundByAScanOfItsFolderAndPutIntoACollection() {
        UUID download = completed("ada/Ünïcödé [1].mp4");

        DownloadShelved shelved = awaitShelved(download);

        assertThat(shelved.ownerId()).isEqualTo(ada);
        assertThat(shelved.title()).isEqualTo("Title");
        assertThat(shelved.playUrl()).contains("homelab-machine").endsWith(shelved.ratingKey());
        assertThat(plex.scans()).extracting(asked -> asked.param("path")).containsOnly("/data/youtube/ada");
        assertThat(plex.collectionTitle()).isEqualTo("MediaNest downloads of " + adaName);
        assertThat(plex.collected()).containsExactly(shelved.ratingKey());
    }

    @Test
    void thoseThatFinishTogetherAreFoundByOneScan() {
        List<UUID> downloads = List.of(completed("ada/1.mp4"), completed("ada/2.mp4"), completed("ada/3.mp4"));

        downloads.forEach(this::awaitShelved);

        assertThat(plex.scans()).hasSize(1);
        assertThat(plex.collected()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void laterOnesExtendTheCollection() {
        awaitShelved(completed("ada/1.mp4"));

        awaitShelved(completed("ada/2.mp4"));

        assertThat(plex.collected()).hasSize(2);
        assertThat(plex.made()).hasSize(1);
    }

    @Test
    void downloadWaitsForPlexToComeBack() {
        plex.fails();
        UUID download = completed("ada/1.mp4");
        await().atMost(SOON).until(() -> !plex.looks().isEmpty());

        plex.works();

        awaitShelved(download);
    }

    @Test
    void whatIsInTheCollectionIsNotPutThereAgain() {
        UUID download = completed("ada/1.mp4");
        String key = awaitShelved(download).ratingKey();

        // as after a crash between the collection and the row
        database.run("update shelving set state = 'FOUND', next_at = now() where download_id = $1", download)
                .await()
                .indefinitely();

        await().atMost(SOON).untilAsserted(() -> assertThat(shelved(download)).hasSize(2));
        assertThat(plex.collected()).containsExactly(key);
        assertThat(plex.extended()).isEmpty();
    }

    @Test
    void collectionThatWasMadeAndNotWrittenDownIsFound() {
        awaitShelved(completed("ada/1.mp4"));
        database.run("delete from download_collection where owner_id = $1", ada)
                .await()
                .indefinitely();

        awaitShelved(completed("ada/2.mp4"));

        assertThat(plex.made()).hasSize(1);
        assertThat(plex.collected()).hasSize(2);
    }

    @Test
    void collectionThatSomebodyRemovedIsMadeAgain() {
        awaitShelved(completed("ada/1.mp4"));
        plex.removeCollection();

        awaitShelved(completed("ada/2.mp4"));

        assertThat(plex.collected()).hasSize(1);
    }

    @Test
    void removedDownloadIsForgotten() {
        plex.fails();
        UUID download = completed("ada/1.mp4");
        await().atMost(SOON).until(() -> rows(download) == 1);

        say(new DownloadRemoved(download, ada));

        await().atMost(SOON).until(() -> rows(download) == 0);
    }

    private UUID completed(String path) {
        UUID download = UUID.randomUUID();
        plex.put("/data/youtube/" + path);
        say(new DownloadCompleted(download, ada, "Title", path, 5));
        return download;
    }

    private void say(DownloadEvent event) {
        new EventProbe(redis).say(EventStream.DOWNLOADS, EventCodec.wrap("/download-service", event, null));
    }

    private DownloadShelved awaitShelved(UUID download) {
        await().atMost(SOON).until(() -> !shelved(download).isEmpty());
        return shelved(download).getFirst();
    }

    private List<DownloadShelved> shelved(UUID download) {
        return new EventProbe(redis)
                .about(EventStream.MEDIA, download.toString()).stream()
                        .map(envelope -> EventCodec.payload(envelope, DownloadShelved.class))
                        .toList();
    }

    private int rows(UUID download) {
        return database.list(row -> 1, "select 1 from shelving where download_id = $1", download)
                .await()
                .indefinitely()
                .size();
    }
}
