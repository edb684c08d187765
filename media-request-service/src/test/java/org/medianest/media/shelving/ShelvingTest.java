package org.medianest.media.shelving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
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
import org.medianest.media.testing.ScriptedSystem;
import org.medianest.media.testing.ScriptedSystem.Asked;
import org.medianest.media.testing.ScriptedSystem.Said;

@MediaServiceTest
@TestProfile(Fulfilling.class)
class ShelvingTest {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SECTION = "/library/sections/5";
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

    /** Files that a scan of their folder would find, and those that were found, by their keys. */
    private final List<String> files = new ArrayList<>();

    private final Map<String, String> items = new ConcurrentHashMap<>();
    private final List<String> collected = new CopyOnWriteArrayList<>();
    private final AtomicReference<@Nullable String> collectionTitle = new AtomicReference<>();
    private final AtomicReference<@Nullable Said> outage = new AtomicReference<>();

    private final ScriptedSystem plex = new ScriptedSystem()
            .answers("GET /library/sections", asked -> said("\"Directory\":[{\"key\":\"5\",\"type\":\"movie\"}]"))
            .answers("GET " + SECTION + "/refresh", this::scan)
            .answers("GET " + SECTION + "/all", asked -> said("\"Metadata\":" + metadata()))
            .answers("GET " + SECTION + "/collections", asked -> said("\"Metadata\":" + collectionsJson()))
            .answers("POST /library/collections", this::create)
            .answers("GET /library/collections/c1", this::collection)
            .answers("GET /library/collections/c1/children", this::children)
            .answers("PUT /library/collections/c1/items", this::add);

    @BeforeEach
    void connect() {
        new EventProbe(redis)
                .say(
                        EventStream.AUTH,
                        EventCodec.wrap("/auth-service", new UserRegistered(ada, adaName, List.of()), null));
        connecting.connect(plex.connection(SystemKind.PLEX, OPTIONS));
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
        assertThat(plex.asked("GET " + SECTION + "/refresh"))
                .extracting(asked -> asked.param("path"))
                .containsOnly("/data/youtube/ada");
        assertThat(collectionTitle).hasValue("MediaNest downloads of " + adaName);
        assertThat(collected).containsExactly(shelved.ratingKey());
    }

    @Test
    void thoseThatFinishTogetherAreFoundByOneScan() {
        List<UUID> downloads = List.of(completed("ada/1.mp4"), completed("ada/2.mp4"), completed("ada/3.mp4"));

        downloads.forEach(this::awaitShelved);

        assertThat(plex.asked("GET " + SECTION + "/refresh")).hasSize(1);
        assertThat(collected).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void laterOnesExtendTheCollection() {
        awaitShelved(completed("ada/1.mp4"));

        awaitShelved(completed("ada/2.mp4"));

        assertThat(collected).hasSize(2);
        assertThat(plex.asked("POST /library/collections")).hasSize(1);
    }

    @Test
    void downloadWaitsForPlexToComeBack() {
        outage.set(new Said(503, ""));
        UUID download = completed("ada/1.mp4");
        await().atMost(SOON).until(() -> !plex.asked("GET /library/sections").isEmpty());

        outage.set(null);

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
        assertThat(collected).containsExactly(key);
        assertThat(plex.asked("PUT /library/collections/c1/items")).isEmpty();
    }

    @Test
    void collectionThatWasMadeAndNotWrittenDownIsFound() {
        awaitShelved(completed("ada/1.mp4"));
        database.run("delete from download_collection where owner_id = $1", ada)
                .await()
                .indefinitely();

        awaitShelved(completed("ada/2.mp4"));

        assertThat(plex.asked("POST /library/collections")).hasSize(1);
        assertThat(collected).hasSize(2);
    }

    @Test
    void collectionThatSomebodyRemovedIsMadeAgain() {
        awaitShelved(completed("ada/1.mp4"));
        collected.clear();
        collectionTitle.set(null);

        awaitShelved(completed("ada/2.mp4"));

        assertThat(collected).hasSize(1);
    }

    @Test
    void removedDownloadIsForgotten() {
        outage.set(new Said(503, ""));
        UUID download = completed("ada/1.mp4");
        await().atMost(SOON).until(() -> rows(download) == 1);

        say(new DownloadRemoved(download, ada));

        await().atMost(SOON).until(() -> rows(download) == 0);
    }

    private UUID completed(String path) {
        UUID download = UUID.randomUUID();
        synchronized (files) {
            files.add("/data/youtube/" + path);
        }
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

    // --- Plex
    // -----------------------------------------------------------------------------------------------------------

    private Said said(String content) {
        Said instead = outage.get();
        return instead == null ? new Said(200, "{\"MediaContainer\":{\"size\":1," + content + "}}") : instead;
    }

    private Said scan(Asked asked) {
        synchronized (files) {
            files.stream()
                    .filter(file -> file.startsWith(asked.param("path") + "/"))
                    .forEach(file -> items.putIfAbsent(file, "k" + items.size()));
        }
        return new Said(200, "");
    }

    private String metadata() {
        JsonArray list = new JsonArray();
        items.forEach((file, key) -> list.add(new JsonObject()
                .put("ratingKey", key)
                .put(
                        "Media",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("Part", new JsonArray().add(new JsonObject().put("file", file)))))));
        return list.encode();
    }

    private String collectionsJson() {
        JsonArray list = new JsonArray();
        if (collectionTitle.get() != null) {
            list.add(new JsonObject().put("ratingKey", "c1").put("title", collectionTitle.get()));
        }
        return list.encode();
    }

    private Said create(Asked asked) {
        collectionTitle.set(asked.param("title"));
        add(asked);
        return said("\"Metadata\":[{\"ratingKey\":\"c1\"}]");
    }

    private Said collection(Asked asked) {
        return collectionTitle.get() == null ? new Said(404, "") : said("\"Metadata\":[{\"ratingKey\":\"c1\"}]");
    }

    private Said children(Asked asked) {
        JsonArray list = new JsonArray();
        collected.forEach(key -> list.add(new JsonObject().put("ratingKey", key)));
        return said("\"Metadata\":" + list.encode());
    }

    private Said add(Asked asked) {
        String uri = asked.param("uri");
        assertThat(uri).startsWith("server://homelab-machine/com.plexapp.plugins.library/library/metadata/");
        collected.addAll(List.of(uri.substring(uri.lastIndexOf('/') + 1).split(",")));
        return said("\"Metadata\":[]");
    }
}
