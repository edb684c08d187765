package org.medianest.media.browse;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.Catalogue;
import org.medianest.media.catalogue.TitleFacts;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.catalogue.TitleSummary;
import org.medianest.media.library.LibraryTitle;
import org.medianest.media.request.Standings;

/** Makes cards of titles, from wherever they are known. */
@ApplicationScoped
class Cards {
    private final Catalogue catalogue;
    private final Standings standings;

    Cards(Catalogue catalogue, Standings standings) {
        this.catalogue = catalogue;
        this.standings = standings;
    }

    /** In the order of the titles. */
    Uni<List<TitleCard>> of(Collection<TitleSummary> titles, UUID caller) {
        return of(titles, Map.of(), caller);
    }

    /** Titles of the library: what TMDB is remembered to say of them, or what Plex calls them. */
    Uni<List<TitleCard>> ofLibrary(List<LibraryTitle> titles, UUID caller) {
        return summaries(titles).chain(known -> of(known, posters(titles), caller));
    }

    Uni<List<TitleSummary>> summaries(List<LibraryTitle> titles) {
        return catalogue
                .known(titles.stream().map(LibraryTitle::id).toList())
                .map(known -> titles.stream()
                        .map(title -> summary(title, known.get(title.id())))
                        .toList());
    }

    /** @param posters of Plex, by title */
    Uni<List<TitleCard>> of(Collection<TitleSummary> titles, Map<TitleId, String> posters, UUID caller) {
        Map<TitleId, TitleSummary> distinct = new LinkedHashMap<>();
        titles.forEach(title -> distinct.putIfAbsent(title.id(), title));
        return standings
                .of(distinct.keySet(), caller)
                .map(all -> distinct.values().stream()
                        .map(title -> TitleCard.of(
                                title, Objects.requireNonNull(all.get(title.id())), posters.get(title.id())))
                        .toList());
    }

    static Map<TitleId, String> posters(List<LibraryTitle> titles) {
        Map<TitleId, String> posters = new HashMap<>();
        titles.forEach(title -> posters.putIfAbsent(title.id(), ImageRoutes.plexPoster(title.ratingKey())));
        return posters;
    }

    private static TitleSummary summary(LibraryTitle title, @Nullable TitleFacts known) {
        TitleFacts facts = known == null ? PlexFacts.of(title, List.of()) : known;
        return facts.summary();
    }
}
