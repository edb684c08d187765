package org.medianest.homelab.plex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.calls.Calls;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.MediaFile;
import org.medianest.homelab.world.WorldEvent;

class PlexScanTest {
    private static final Homelab HOMELAB = Homelab.start();
    private static final String NOSFERATU = "/movies/Nosferatu (1922)/Nosferatu (1922).mkv";
    private static final Duration A_MOMENT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Calls plex =
            Calls.to(HOMELAB.url(SystemName.PLEX)).with("X-Plex-Token", Keys.PLEX_OWNER, "Accept", "application/json");

    @BeforeEach
    void reset() {
        HOMELAB.reset();
    }

    @AfterAll
    static void close() {
        HOMELAB.close();
    }

    private static void put(String path, Optional<TitleKey> title, int season, int episode) {
        HOMELAB.world()
                .files()
                .put(new MediaFile(
                        path, title, season, episode, 1_000_000, HOMELAB.clock().now()));
    }

    @Test
    void fileAppearsOnlySomeTimeAfterTheRefresh() throws Exception {
        put(NOSFERATU, Optional.of(TitleKey.movie(653)), 0, 0);
        HOMELAB.clock().advance(A_MOMENT);
        assertThat(titles(1, "nosferatu")).isEmpty();

        assertThat(plex.get("/library/sections/1/refresh?path=/movies/Nosferatu%20(1922)")
                        .status())
                .isEqualTo(200);
        assertThat(titles(1, "nosferatu")).isEmpty();
        assertThat(isRefreshing()).isTrue();
        HOMELAB.clock().advance(A_MOMENT);

        assertThat(titles(1, "nosferatu")).containsExactly("Nosferatu");
        assertThat(isRefreshing()).isFalse();
    }

    @Test
    void filmsAreNoticedWithoutARefreshAndDownloadsAreNot() throws Exception {
        put(NOSFERATU, Optional.of(TitleKey.movie(653)), 0, 0);
        put("/media/downloads/Lantern Room/A clip.mp4", Optional.empty(), 0, 0);

        HOMELAB.clock().advance(Duration.ofSeconds(30));

        assertThat(titles(1, "nosferatu")).hasSize(1);
        assertThat(titles(3, "")).isEmpty();
    }

    @Test
    void refreshOfAnotherFolderFindsNothing() throws Exception {
        put(NOSFERATU, Optional.of(TitleKey.movie(653)), 0, 0);

        plex.get("/library/sections/1/refresh?path=/movies/Nosferatu");
        plex.get("/library/sections/2/refresh?path=/movies");
        HOMELAB.clock().advance(A_MOMENT);

        assertThat(titles(1, "nosferatu")).isEmpty();
    }

    @Test
    void cancelledRefreshFindsNothing() throws Exception {
        put(NOSFERATU, Optional.of(TitleKey.movie(653)), 0, 0);

        plex.get("/library/sections/1/refresh");
        plex.call("DELETE", "/library/sections/1/refresh", "");
        HOMELAB.clock().advance(A_MOMENT);

        assertThat(titles(1, "nosferatu")).isEmpty();
    }

    @Test
    void episodesFillTheirSeasonAndTheWorldHearsOfIt() throws Exception {
        List<WorldEvent> heard = new CopyOnWriteArrayList<>();
        HOMELAB.world().listen(heard::add);
        TitleKey series = TitleKey.series(19);
        put("/tv/One Step Beyond (1959)/Season 03/One Step Beyond - S03E01.mkv", Optional.of(series), 3, 1);

        plex.get("/library/sections/2/refresh");
        HOMELAB.clock().advance(A_MOMENT);

        int show = HOMELAB.world().library().find(series).orElseThrow().ratingKey();
        assertThat(HOMELAB.world().library().children(show)).hasSize(3);
        assertThat(heard).contains(new WorldEvent.Appeared(series));
    }

    @Test
    void filmIsMatchedByTheNameOfItsFileAndOthersAreNot() throws Exception {
        put(NOSFERATU, Optional.empty(), 0, 0);
        put("/movies/Aunt Berta/berta.mp4", Optional.empty(), 0, 0);

        plex.get("/library/sections/1/refresh");
        HOMELAB.clock().advance(A_MOMENT);

        assertThat(HOMELAB.world().library().find(TitleKey.movie(653))).isPresent();
        assertThat(titles(1, "berta")).containsExactly("berta");
    }

    @Test
    void fileThatIsGoneTakesItsItemWithIt() throws Exception {
        HOMELAB.world().files().remove("/movies/Metropolis (1927)/Metropolis (1927).mkv");
        assertThat(titles(1, "metropolis")).hasSize(1);

        plex.get("/library/sections/1/refresh");
        HOMELAB.clock().advance(A_MOMENT);

        assertThat(titles(1, "metropolis")).isEmpty();
    }

    @Test
    void videosOfARealFolderAppearUnderTheirNames(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("Lantern Room"));
        Files.writeString(folder.resolve("Lantern Room/How a projector works [abc].mp4"), "video");
        Files.writeString(folder.resolve("Lantern Room/How a projector works [abc].info.json"), "{}");
        HOMELAB.world().files().mount("/media/downloads", folder);

        plex.get("/library/sections/3/refresh?path=/media/downloads/Lantern%20Room");
        HOMELAB.clock().advance(A_MOMENT);

        assertThat(titles(3, "")).containsExactly("How a projector works [abc]");
    }

    @Test
    void streamAndSocketTellOfEachItem() throws Exception {
        List<String> stream = new CopyOnWriteArrayList<>();
        List<String> socket = new CopyOnWriteArrayList<>();
        URI base = HOMELAB.url(SystemName.PLEX);
        try (HttpClient client = HttpClient.newHttpClient()) {
            var lines = client.sendAsync(
                    HttpRequest.newBuilder(base.resolve("/:/eventsource/notifications?filters=timeline"))
                            .header("X-Plex-Token", Keys.PLEX_OWNER)
                            .build(),
                    BodyHandlers.fromLineSubscriber(new Lines(stream)));
            WebSocket webSocket = client.newWebSocketBuilder()
                    .buildAsync(
                            URI.create("ws://127.0.0.1:%d/:/websockets/notifications?X-Plex-Token=%s"
                                    .formatted(base.getPort(), Keys.PLEX_OWNER)),
                            new Texts(socket))
                    .join();
            await().atMost(PATIENCE).until(() -> stream.contains("event: ping"));
            await().atMost(PATIENCE).untilAsserted(() -> {
                HOMELAB.world().library().remove(TitleKey.movie(653));
                HOMELAB.world().library().add(TitleKey.movie(653));
                assertThat(socket).isNotEmpty();
            });

            await().atMost(PATIENCE).untilAsserted(() -> {
                assertThat(stream).contains("event: timeline");
                assertThat(String.join("", stream)).contains("\"state\":0", "\"state\":5");
                assertThat(String.join("", socket)).contains("\"title\":\"Nosferatu\"", "\"state\":5");
            });
            JsonObject container = new JsonObject(socket.getFirst()).getJsonObject("NotificationContainer");
            assertThat(container.getString("type")).isEqualTo("timeline");
            assertThat(container.getJsonArray("TimelineEntry").getJsonObject(0).getString("identifier"))
                    .isEqualTo("com.plexapp.plugins.library");
            webSocket.abort();
            lines.cancel(true);
            client.shutdownNow();
        }
    }

    private boolean isRefreshing() throws Exception {
        return plex.get("/library/sections")
                .json()
                .getJsonObject("MediaContainer")
                .getJsonArray("Directory")
                .getJsonObject(0)
                .getBoolean("refreshing");
    }

    private List<String> titles(int section, String title) throws Exception {
        return plex
                .get("/library/sections/%d/all?title=%s".formatted(section, title))
                .json()
                .getJsonObject("MediaContainer")
                .getJsonArray("Metadata", new JsonArray())
                .stream()
                .map(item -> ((JsonObject) item).getString("title"))
                .toList();
    }

    /** Keeps the lines of a stream that does not end. */
    private record Lines(List<String> lines) implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            lines.add(line);
        }

        @Override
        public void onError(Throwable problem) {}

        @Override
        public void onComplete() {}
    }

    private record Texts(List<String> texts) implements WebSocket.Listener {
        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
            texts.add(text.toString());
            return WebSocket.Listener.super.onText(socket, text, last);
        }
    }
}
