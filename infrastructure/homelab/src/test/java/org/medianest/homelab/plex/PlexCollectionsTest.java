package org.medianest.homelab.plex;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.medianest.homelab.Homelab;
import org.medianest.homelab.calls.Answer;
import org.medianest.homelab.calls.Calls;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.system.SystemName;

class PlexCollectionsTest {
    private static final Homelab HOMELAB = Homelab.start();

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

    @Test
    void collectionIsMadeOfItemsOfItsSection() throws Exception {
        Answer made = create(1, "Silent", key(19), key(643));

        JsonObject collection = only(made);
        assertThat(collection.getString("title")).isEqualTo("Silent");
        assertThat(collection.getString("type")).isEqualTo("collection");
        assertThat(collection.getString("subtype")).isEqualTo("movie");
        assertThat(titles(made)).containsExactly("Metropolis", "Battleship Potemkin");
        assertThat(metadata(plex.get("/library/sections/1/collections"))).hasSize(1);
    }

    @Test
    void impossibleCollectionsAreBadRequests() throws Exception {
        int show = HOMELAB.world()
                .library()
                .find(TitleKey.series(19))
                .orElseThrow()
                .ratingKey();

        assertThat(create(77, "No section", key(19)).status()).isEqualTo(400);
        assertThat(create(1, "Nothing in it").status()).isEqualTo(400);
        assertThat(create(1, "Of another section", show).status()).isEqualTo(400);
        assertThat(create(1, "Not there", 999_999).status()).isEqualTo(400);
        assertThat(plex.get("/library/collections/999").status()).isEqualTo(404);
    }

    @Test
    void itemsAreAddedOnceOrderedAndRemoved() throws Exception {
        Answer made = create(1, "Silent", key(19));
        String items = "/library/collections/%s/items".formatted(id(made));

        plex.call("PUT", items + "?uri=" + uri(key(643), key(19), key(780)), "");
        assertThat(titles(made)).containsExactly("Metropolis", "Battleship Potemkin", "The Passion of Joan of Arc");

        plex.call("PUT", "%s/%d/move?after=%d".formatted(items, key(19), key(780)), "");
        assertThat(titles(made)).containsExactly("Battleship Potemkin", "The Passion of Joan of Arc", "Metropolis");

        plex.call("DELETE", items + "/" + key(780), "");
        assertThat(titles(made)).containsExactly("Battleship Potemkin", "Metropolis");
    }

    @Test
    void fieldsAreEdited() throws Exception {
        Answer made = create(1, "Silent", key(19));

        Answer edited = plex.call(
                "PUT",
                "/library/sections/1/all?type=18&id=%s&title.value=Loud&summary.value=Not%%20quite".formatted(id(made)),
                "");

        assertThat(edited.status()).isEqualTo(200);
        JsonObject collection = only(plex.get("/library/collections/" + id(made)));
        assertThat(collection.getString("title")).isEqualTo("Loud");
        assertThat(collection.getString("summary")).isEqualTo("Not quite");
    }

    @Test
    void emptyAndDeletedCollectionsAreGone() throws Exception {
        Answer emptied = create(1, "Emptied", key(19));
        Answer deleted = create(1, "Deleted", key(19));

        plex.call("DELETE", "/library/collections/%s/items/%d".formatted(id(emptied), key(19)), "");
        plex.call("DELETE", "/library/collections/" + id(deleted), "");

        assertThat(metadata(plex.get("/library/sections/1/collections"))).isEmpty();
    }

    private Answer create(int section, String title, int... items) throws Exception {
        return plex.post(
                "/library/collections?type=1&smart=0&sectionId=%d&title=%s&uri=%s"
                        .formatted(section, URLEncoder.encode(title, StandardCharsets.UTF_8), uri(items)),
                "");
    }

    private static String uri(int... items) {
        String keys = String.join(
                ",", Arrays.stream(items).mapToObj(Integer::toString).toList());
        return URLEncoder.encode(
                "server://homelab-machine/com.plexapp.plugins.library/library/metadata/" + keys,
                StandardCharsets.UTF_8);
    }

    private static int key(int tmdbId) {
        return HOMELAB.world()
                .library()
                .find(TitleKey.movie(tmdbId))
                .orElseThrow()
                .ratingKey();
    }

    private static String id(Answer made) {
        return only(made).getString("ratingKey");
    }

    private List<String> titles(Answer made) throws Exception {
        return metadata(plex.get("/library/collections/%s/children".formatted(id(made)))).stream()
                .map(item -> item.getString("title"))
                .toList();
    }

    private static JsonObject only(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(metadata(answer)).hasSize(1);
        return metadata(answer).getFirst();
    }

    private static List<JsonObject> metadata(Answer answer) {
        return answer.json().getJsonObject("MediaContainer").getJsonArray("Metadata", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .toList();
    }
}
