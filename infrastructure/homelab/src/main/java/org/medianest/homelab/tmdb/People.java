package org.medianest.homelab.tmdb;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;
import org.medianest.homelab.artwork.Pictures;
import org.medianest.homelab.catalogue.Catalogue;

/** Everybody who plays in a title of the catalogue. */
final class People {
    private final Catalogue catalogue;
    private final Pictures pictures;

    People(Catalogue catalogue, Pictures pictures) {
        this.catalogue = catalogue;
        this.pictures = pictures;
    }

    /** Those whose name has a word that begins so. */
    Stream<JsonObject> search(String query) {
        String wanted = Catalogue.fold(query);
        return pictures.people()
                .filter(name -> (" " + Catalogue.fold(name)).contains(" " + wanted))
                .map(name -> json(name).put("media_type", "person"));
    }

    Optional<JsonObject> find(int id) {
        return pictures.people()
                .filter(name -> Pictures.personId(name) == id)
                .findFirst()
                .map(this::json);
    }

    private JsonObject json(String name) {
        return new JsonObject()
                .put("id", Pictures.personId(name))
                .put("name", name)
                .put("original_name", name)
                .put("adult", false)
                .put("known_for_department", "Acting")
                .put("popularity", 1.0)
                .put("profile_path", Pictures.profile(name))
                .put(
                        "known_for",
                        TmdbJson.list(catalogue.all().stream()
                                .filter(title -> title.facts().cast().stream()
                                        .anyMatch(member -> member.name().equals(name)))
                                .map(TmdbJson::mixed)));
    }
}
