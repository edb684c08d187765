package org.medianest.homelab.tmdb;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.medianest.homelab.catalogue.Film;
import org.medianest.homelab.catalogue.Title;

/** Links to where the Blender Foundation itself shows its films; the others have no trailer. */
final class Trailers {
    private static final Map<Integer, String> YOUTUBE =
            Map.of(10378, "aqz-KE-bpKQ", 45745, "eRsGyueVLvQ", 133701, "R6MlUcmOul8");

    private Trailers() {}

    static JsonObject of(Title title) {
        JsonArray results = new JsonArray();
        String key = title instanceof Film ? YOUTUBE.get(title.tmdbId()) : null;
        if (key != null) {
            results.add(new JsonObject()
                    .put("id", "video-" + title.tmdbId())
                    .put("iso_639_1", "en")
                    .put("iso_3166_1", "US")
                    .put("name", title.title())
                    .put("key", key)
                    .put("site", "YouTube")
                    .put("size", 1080)
                    .put("type", "Trailer")
                    .put("official", true));
        }
        return new JsonObject().put("results", results);
    }
}
