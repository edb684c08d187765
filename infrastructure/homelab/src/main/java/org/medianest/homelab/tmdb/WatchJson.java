package org.medianest.homelab.tmdb;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import org.medianest.homelab.catalogue.Film;
import org.medianest.homelab.catalogue.Provider;
import org.medianest.homelab.catalogue.Title;

/** Where titles can be watched, as TMDB writes it. Providers have no logo here. */
final class WatchJson {
    private WatchJson() {}

    /** As in the list of all providers. */
    static JsonObject inRegions(Provider provider) {
        JsonObject priorities = new JsonObject();
        Provider.regions().forEach(region -> priorities.put(region, provider.ordinal()));
        return provider(provider).put("display_priorities", priorities);
    }

    /** Of one title: by region, and in it by what one pays with. */
    static JsonObject regions(Title title, boolean isOut) {
        JsonObject offers = new JsonObject();
        for (Provider provider : Provider.of(title, isOut)) {
            String kind = provider.kind().name().toLowerCase(Locale.ROOT);
            offers.put(kind, offers.getJsonArray(kind, new JsonArray()).add(provider(provider)));
        }
        JsonObject regions = new JsonObject();
        if (!offers.isEmpty()) {
            offers.put(
                    "link",
                    "https://www.themoviedb.org/%s/%d/watch"
                            .formatted(title instanceof Film ? "movie" : "tv", title.tmdbId()));
            Provider.regions().forEach(region -> regions.put(region, offers.copy()));
        }
        return regions;
    }

    private static JsonObject provider(Provider provider) {
        return new JsonObject()
                .put("display_priority", provider.ordinal())
                .put("logo_path", (Object) null)
                .put("provider_id", provider.id())
                .put("provider_name", provider.label());
    }
}
