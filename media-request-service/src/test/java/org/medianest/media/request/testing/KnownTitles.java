package org.medianest.media.request.testing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.Catalogue;
import org.medianest.media.catalogue.Genre;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.Provider;
import org.medianest.media.catalogue.SeasonFacts;
import org.medianest.media.catalogue.Shelf;
import org.medianest.media.catalogue.ShelfFilter;
import org.medianest.media.catalogue.TitleDetails;
import org.medianest.media.catalogue.TitleFacts;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.catalogue.TitleList;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;

/** A catalogue in which each number is a film and a series: five seasons of ten episodes, and a special. */
@Alternative
@ApplicationScoped
public class KnownTitles implements Catalogue {
    /** Numbers from here on are nothing. */
    public static final int NOTHING = 900_000_000;

    private final Set<TitleId> away = ConcurrentHashMap.newKeySet();
    private final Set<TitleId> forgotten = ConcurrentHashMap.newKeySet();

    /** TMDB cannot be asked for it. */
    public void goAway(TitleId title) {
        away.add(title);
    }

    public void comeBack(TitleId title) {
        away.remove(title);
    }

    /** There is no such title any more. */
    public void forget(TitleId title) {
        forgotten.add(title);
    }

    public void remember(TitleId title) {
        forgotten.remove(title);
    }

    @Override
    public Uni<Optional<TitleFacts>> title(TitleId id) {
        if (away.contains(id)) {
            return Uni.createFrom().failure(new SystemDown(SystemKind.TMDB, "TMDB cannot be reached."));
        }
        return Uni.createFrom()
                .item(id.tmdbId() >= NOTHING || forgotten.contains(id) ? Optional.empty() : Optional.of(facts(id)));
    }

    private static TitleFacts facts(TitleId id) {
        boolean film = id.type() == MediaType.MOVIE;
        return new TitleFacts(
                id,
                (film ? "Film " : "Series ") + id.tmdbId(),
                null,
                1999,
                null,
                "/poster.jpg",
                "/backdrop.jpg",
                null,
                film ? null : id.tmdbId() + 1,
                LocalDate.of(1999, 3, 31),
                null,
                film ? List.of() : seasons(),
                TitleDetails.none());
    }

    private static List<SeasonFacts> seasons() {
        return Stream.concat(
                        Stream.of(new SeasonFacts(0, "Specials", 1, LocalDate.of(1999, 1, 1))),
                        IntStream.rangeClosed(1, 5)
                                .mapToObj(number -> new SeasonFacts(
                                        number, "Season " + number, 10, LocalDate.of(1999 + number, 1, 1))))
                .toList();
    }

    @Override
    public Uni<Map<TitleId, TitleFacts>> known(Collection<TitleId> ids) {
        return Uni.createFrom()
                .item(ids.stream().distinct().collect(Collectors.toMap(Function.identity(), KnownTitles::facts)));
    }

    @Override
    public Uni<TitleList> search(String query, @Nullable MediaType type, @Nullable Integer year, int page) {
        return Uni.createFrom().failure(new UnsupportedOperationException("nobody searches here"));
    }

    @Override
    public Uni<TitleList> shelf(Shelf shelf, MediaType type, ShelfFilter filter, int page) {
        return Uni.createFrom().failure(new UnsupportedOperationException("nobody looks around here"));
    }

    @Override
    public Uni<List<Provider>> providers(MediaType type) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<List<Genre>> genres(MediaType type) {
        return Uni.createFrom().item(List.of());
    }

    @Override
    public Uni<Optional<TitleId>> byExternalId(MediaType type, ExternalId id) {
        return Uni.createFrom().item(Optional.empty());
    }
}
