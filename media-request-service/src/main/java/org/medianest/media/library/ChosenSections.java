package org.medianest.media.library;

import io.vertx.core.json.JsonArray;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.medianest.media.system.Connection;

/**
 * The sections of the Plex server that count as its library.
 *
 * @param chosen by the admin; none means all, but the one for downloads, whose videos are no titles
 */
record ChosenSections(Set<String> chosen, @Nullable String downloads) {
    static ChosenSections of(Connection plex) {
        Set<String> chosen = plex.options().getJsonArray("sections", new JsonArray()).stream()
                .map(String::valueOf)
                .collect(Collectors.toSet());
        return new ChosenSections(chosen, plex.options().getString("downloadsSection"));
    }

    boolean include(String section) {
        return chosen.isEmpty() ? !section.equals(downloads) : chosen.contains(section);
    }
}
