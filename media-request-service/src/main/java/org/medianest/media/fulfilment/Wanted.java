package org.medianest.media.fulfilment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.SeasonFacts;
import org.medianest.media.catalogue.TitleFacts;
import org.medianest.media.catalogue.TitleId;

/**
 * What a commission is to get, as the systems need to know it.
 *
 * @param seasons which of a series; empty for films
 * @param outOn when it may be had, as far as is known
 */
public record Wanted(
        TitleId title,
        String name,
        @Nullable Integer year,
        @Nullable Integer tvdbId,
        Set<Integer> seasons,
        @Nullable LocalDate outOn) {
    public Wanted {
        seasons = Set.copyOf(seasons);
    }

    static Wanted of(Order order) {
        TitleFacts facts = order.title();
        return new Wanted(
                facts.id(),
                facts.title(),
                facts.year(),
                facts.tvdbId(),
                order.seasons(),
                outOn(facts, order.seasons()));
    }

    /** What waits for its release waits until then, as far as we know. */
    public Optional<LocalDate> notBefore(LocalDate today) {
        return Optional.ofNullable(outOn).filter(today::isBefore);
    }

    /** Of a series, when the first of the seasons that are wanted begins. */
    private static @Nullable LocalDate outOn(TitleFacts facts, Set<Integer> seasons) {
        Stream<@Nullable LocalDate> dates = seasons.isEmpty()
                ? Stream.of(facts.homeRelease() == null ? facts.releaseDate() : facts.homeRelease())
                : facts.seasons().stream()
                        .filter(season -> seasons.contains(season.number()))
                        .map(SeasonFacts::airDate);
        return dates.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
    }
}
