package org.medianest.homelab.plex;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.calls.Answer;
import org.medianest.homelab.calls.Calls;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;
import org.medianest.homelab.world.Item;

class PlexTest {
    private static final Homelab HOMELAB = Homelab.start();

    private final Calls nobody = Calls.to(HOMELAB.url(SystemName.PLEX));
    private final Calls xml = nobody.with("X-Plex-Token", Keys.PLEX_OWNER);
    private final Calls plex = xml.with("Accept", "application/json");

    @BeforeEach
    void reset() {
        HOMELAB.reset();
    }

    @AfterAll
    static void close() {
        HOMELAB.close();
    }

    @Test
    void identityNeedsNoTokenAndEverythingElseDoes() throws Exception {
        JsonObject identity =
                container(nobody.with("Accept", "application/json").get("/identity"));

        assertThat(identity.getString("machineIdentifier")).isEqualTo("homelab-machine");
        assertThat(identity.getBoolean("claimed")).isTrue();
        assertThat(nobody.get("/").status()).isEqualTo(401);
        assertThat(nobody.get("/library/sections?X-Plex-Token=wrong").status()).isEqualTo(401);
        assertThat(nobody.get("/library/sections?X-Plex-Token=owner-token").status())
                .isEqualTo(200);
        assertThat(container(plex.get("/")).getString("friendlyName")).isEqualTo("Attic");
    }

    @Test
    void sectionsHaveKeyTypeAndPlace() throws Exception {
        JsonArray sections = container(plex.get("/library/sections")).getJsonArray("Directory");

        assertThat(sections).hasSize(4);
        assertThat(sections.getJsonObject(0).getString("key")).isEqualTo("1");
        assertThat(sections.getJsonObject(1).getString("type")).isEqualTo("show");
        assertThat(sections.getJsonObject(3).getString("type")).isEqualTo("artist");
        assertThat(sections.getJsonObject(2)
                        .getJsonArray("Location")
                        .getJsonObject(0)
                        .getString("path"))
                .isEqualTo("/media/downloads");
        assertThat(xml.get("/library/sections").xml("//Directory[@key='2']/Location/@path"))
                .isEqualTo("/tv");
    }

    @Test
    void sectionIsListedInPagesByHeaderOrQuery() throws Exception {
        Answer byQuery = plex.get("/library/sections/1/all?X-Plex-Container-Start=2&X-Plex-Container-Size=3");
        Answer byHeader = plex.with("X-Plex-Container-Start", "2", "X-Plex-Container-Size", "3")
                .get("/library/sections/1/all");

        JsonObject page = container(byQuery);
        int total = page.getInteger("totalSize");
        assertThat(page.getInteger("size")).isEqualTo(3);
        assertThat(page.getInteger("offset")).isEqualTo(2);
        assertThat(page.getJsonArray("Metadata"))
                .hasSize(3)
                .isEqualTo(container(byHeader).getJsonArray("Metadata"));
        assertThat(byQuery.header("X-Plex-Container-Start")).isEqualTo("2");
        assertThat(byQuery.header("X-Plex-Container-Total-Size")).isEqualTo(Integer.toString(total));
        JsonObject past = container(plex.get("/library/sections/1/all?X-Plex-Container-Start=" + total));
        assertThat(past.getInteger("size")).isZero();
        assertThat(past.getInteger("totalSize")).isEqualTo(total);
    }

    @Test
    void filmHasItsGuidsWhenTheyAreAskedFor() throws Exception {
        JsonObject with = only(plex.get("/library/sections/1/all?title=metropolis&includeGuids=1"));
        JsonObject without = only(plex.get("/library/sections/1/all?title=metropolis"));

        assertThat(with.getJsonArray("Guid").encode())
                .isEqualTo("[{\"id\":\"imdb://tt0017136\"},{\"id\":\"tmdb://19\"}]");
        assertThat(without.containsKey("Guid")).isFalse();
        assertThat(with.getString("guid")).matches("plex://movie/[0-9a-f]{24}");
        assertThat(with.getString("ratingKey")).matches("\\d+");
        assertThat(with.getString("key")).isEqualTo("/library/metadata/" + with.getString("ratingKey"));
        assertThat(with.getJsonArray("Media").getJsonObject(0).getString("videoResolution"))
                .isEqualTo("4k");
        assertThat(with.getJsonArray("Media")
                        .getJsonObject(0)
                        .getJsonArray("Part")
                        .getJsonObject(0)
                        .getString("file"))
                .isEqualTo("/movies/Metropolis (1927)/Metropolis (1927).mkv");
    }

    @Test
    void sameListIsXmlWithoutAccept() throws Exception {
        Answer films = xml.get("/library/sections/1/all?title=metropolis&includeGuids=1");
        Answer shows = xml.get("/library/sections/2/all?title=one%20step&includeGuids=1");

        assertThat(films.xml("/MediaContainer/@totalSize")).isEqualTo("1");
        assertThat(films.xml("/MediaContainer/Video/Guid[2]/@id")).isEqualTo("tmdb://19");
        assertThat(films.xml("/MediaContainer/Video/Media/Part/@file")).contains("Metropolis");
        assertThat(shows.xml("/MediaContainer/Directory/@type")).isEqualTo("show");
        assertThat(shows.xml("/MediaContainer/Directory/Guid[3]/@id")).isEqualTo("tvdb://910002");
    }

    @Test
    void unmatchedAndLegacyItemsAreAmongThem() throws Exception {
        JsonObject holiday = only(plex.get("/library/sections/1/all?title=holiday&includeGuids=1"));
        JsonObject plan9 = only(plex.get("/library/sections/1/all?title=plan%209&includeGuids=1"));

        assertThat(holiday.getString("guid")).startsWith("local://");
        assertThat(holiday.fieldNames()).doesNotContain("Guid", "thumb", "year");
        assertThat(plan9.getString("guid")).isEqualTo("com.plexapp.agents.themoviedb://10513?lang=en");
        assertThat(plan9.containsKey("Guid")).isFalse();
    }

    @Test
    void newestComeFirstAndOldOnesAreLeftOut() throws Exception {
        List<Long> added = metadata(plex.get("/library/sections/1/all?sort=addedAt:desc")).stream()
                .map(item -> item.getLong("addedAt"))
                .toList();
        long third = added.get(2);

        List<JsonObject> since = metadata(plex.get("/library/sections/1/all?sort=addedAt:desc&addedAt%3E%3E=" + third));

        assertThat(added).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        assertThat(since).extracting(item -> item.getLong("addedAt")).containsExactlyElementsOf(added.subList(0, 2));
    }

    @Test
    void showLeadsToSeasonsAndEpisodes() throws Exception {
        JsonObject show = only(plex.get("/library/sections/2/all?title=one%20step"));
        String key = "/library/metadata/" + show.getString("ratingKey");

        List<JsonObject> seasons = metadata(plex.get(key + "/children"));
        List<JsonObject> episodes =
                metadata(plex.get("/library/metadata/" + seasons.get(1).getString("ratingKey") + "/children"));
        JsonObject leaves = container(plex.get(key + "/allLeaves?X-Plex-Container-Size=10"));

        assertThat(show.getInteger("leafCount")).isEqualTo(36);
        assertThat(show.getInteger("childCount")).isEqualTo(2);
        assertThat(seasons).extracting(season -> season.getInteger("index")).containsExactly(1, 2);
        assertThat(seasons.get(1).getInteger("leafCount")).isEqualTo(14);
        assertThat(episodes).hasSize(14);
        assertThat(episodes.get(3).getInteger("index")).isEqualTo(4);
        assertThat(episodes.get(3).getInteger("parentIndex")).isEqualTo(2);
        assertThat(episodes.get(3).getString("grandparentRatingKey")).isEqualTo(show.getString("ratingKey"));
        assertThat(leaves.getInteger("totalSize")).isEqualTo(36);
        assertThat(leaves.getInteger("size")).isEqualTo(10);
        assertThat(container(plex.get("/library/sections/2/all?type=4")).getInteger("totalSize"))
                .isEqualTo(83);
    }

    @Test
    void metadataIsFoundByOneOrSeveralKeys() throws Exception {
        int metropolis = keyOf(TitleKey.movie(19));
        int charade = keyOf(TitleKey.movie(4808));
        int show = keyOf(TitleKey.series(19));

        assertThat(metadata(plex.get("/library/metadata/%d,%d".formatted(metropolis, charade))))
                .hasSize(2);
        JsonObject withChildren = only(plex.get("/library/metadata/" + show + "?includeChildren=1"));
        assertThat(withChildren.getJsonArray("Guid")).hasSize(3);
        assertThat(withChildren.getJsonObject("Children").getJsonArray("Metadata"))
                .hasSize(2);
        assertThat(plex.get("/library/metadata/999999").status()).isEqualTo(404);
    }

    @Test
    void searchFindsByBeginningsAndByEar() throws Exception {
        List<JsonObject> exact = hub(plex.get("/hubs/search?query=metro&limit=5"), "movie");
        List<JsonObject> misspelt = hub(plex.get("/hubs/search?query=metropolys"), "movie");
        List<JsonObject> byEar = hub(plex.get("/hubs/search/voice?query=metropolys"), "movie");

        assertThat(exact).extracting(item -> item.getString("title")).containsExactly("Metropolis");
        assertThat(misspelt).isEmpty();
        assertThat(byEar).hasSize(1);
    }

    @Test
    void recentlyAddedIsNewestFirst() throws Exception {
        HOMELAB.world().library().add(TitleKey.movie(653));

        assertThat(metadata(plex.get("/library/recentlyAdded?X-Plex-Container-Size=1")))
                .extracting(item -> item.getString("title"))
                .containsExactly("Nosferatu");
        assertThat(container(plex.get("/status/sessions")).getInteger("size")).isZero();
    }

    @Test
    void picturesAreScaled() throws Exception {
        String thumb =
                only(plex.get("/library/sections/1/all?title=metropolis")).getString("thumb");

        var scaled = ImageIO.read(new ByteArrayInputStream(
                plex.get("/photo/:/transcode?width=300&height=450&url=" + thumb).bytes()));

        assertThat(scaled.getWidth()).isEqualTo(300);
        assertThat(plex.get(thumb).header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(nobody.get(thumb).status()).isEqualTo(401);
        assertThat(plex.get("/photo/:/transcode?width=300&url=http://elsewhere/")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void libraryCanBeBig() throws Exception {
        HOMELAB.world().library().grow(20_000);

        JsonObject page = container(plex.get(
                "/library/sections/1/all?includeGuids=1&X-Plex-Container-Start=19000&X-Plex-Container-Size=200"));

        assertThat(page.getInteger("totalSize")).isGreaterThan(20_000);
        assertThat(page.getJsonArray("Metadata")).hasSize(200);
    }

    @Test
    void friendsReadAndDoNotChange() throws Exception {
        Calls friend = nobody.with("X-Plex-Token", "server-ben-token", "Accept", "application/json");

        assertThat(friend.get("/library/sections").status()).isEqualTo(200);
        assertThat(friend.get("/library/sections/1/refresh").status()).isEqualTo(403);
        assertThat(friend.get("/:/eventsource/notifications").status()).isEqualTo(403);
    }

    private static int keyOf(TitleKey title) {
        return HOMELAB.world().library().find(title).map(Item::ratingKey).orElseThrow();
    }

    private static JsonObject container(Answer answer) {
        return answer.json().getJsonObject("MediaContainer");
    }

    private static List<JsonObject> metadata(Answer answer) {
        return container(answer).getJsonArray("Metadata", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }

    private static JsonObject only(Answer answer) {
        assertThat(metadata(answer)).hasSize(1);
        return metadata(answer).getFirst();
    }

    private static List<JsonObject> hub(Answer answer, String type) {
        return container(answer).getJsonArray("Hub").stream()
                .map(JsonObject.class::cast)
                .filter(hub -> hub.getString("type").equals(type))
                .flatMap(hub -> hub.getJsonArray("Metadata", new JsonArray()).stream())
                .map(JsonObject.class::cast)
                .toList();
    }
}
