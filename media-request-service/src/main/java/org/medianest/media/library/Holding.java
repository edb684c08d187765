package org.medianest.media.library;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.SeasonFacts;
import org.medianest.media.catalogue.TitleFacts;
import org.medianest.media.catalogue.TitleId;

/**
 * One item on the server that is a title. A title can be there more than once, in several sections.
 *
 * @param seasons how many episodes are there, by number; empty for a film
 */
record Holding(TitleId id, String ratingKey, Instant addedAt, boolean gone, Map<Integer, Integer> seasons) {
    /** What is there comes before what is gone, and what came first before what came later. */
    private static final Comparator<Holding> BEST_FIRST =
            Comparator.comparing(Holding::gone).thenComparing(Holding::addedAt).thenComparing(Holding::ratingKey);

    static Set<TitleId> series(Collection<Holding> holdings) {
        return holdings.stream()
                .map(Holding::id)
                .filter(id -> id.type() == MediaType.SERIES)
                .collect(Collectors.toSet());
    }

    static Map<TitleId, LibraryStanding> standings(Collection<Holding> holdings, Map<TitleId, TitleFacts> facts) {
        LocalDate today = LocalDate.now(Clock.systemUTC());
        return holdings.stream()
                .collect(Collectors.groupingBy(
                        Holding::id,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                same -> standing(same, facts.get(same.getFirst().id()), today))));
    }

    private static LibraryStanding standing(List<Holding> same, @Nullable TitleFacts facts, LocalDate today) {
        List<Holding> bestFirst = same.stream().sorted(BEST_FIRST).toList();
        Holding best = bestFirst.getFirst();
        Map<Integer, Integer> episodes = new HashMap<>();
        bestFirst.stream()
                .filter(holding -> holding.gone() == best.gone())
                .forEach(holding ->
                        holding.seasons().forEach((number, count) -> episodes.merge(number, count, Math::max)));
        return new LibraryStanding(
                best.id(),
                isComplete(best.id(), episodes, facts, today),
                episodes,
                best.ratingKey(),
                best.addedAt(),
                best.gone());
    }

    private static boolean isComplete(
            TitleId id, Map<Integer, Integer> episodes, @Nullable TitleFacts facts, LocalDate today) {
        if (id.type() == MediaType.MOVIE) {
            return true;
        }
        return facts != null
                && !episodes.isEmpty()
                && facts.seasons().stream()
                        .filter(season -> isDue(season, today))
                        .allMatch(season -> episodes.getOrDefault(season.number(), 0) >= season.episodeCount());
    }

    /** Specials are extras, and what has not been aired cannot be there. */
    private static boolean isDue(SeasonFacts season, LocalDate today) {
        return season.number() > 0
                && season.episodeCount() > 0
                && season.airDate() != null
                && !season.airDate().isAfter(today);
    }
}
