package org.medianest.media.request;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.Problem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.SeasonFacts;
import org.medianest.media.catalogue.TitleFacts;
import org.medianest.media.library.LibraryStanding;

/**
 * What somebody wants of a title, and what of it is missing.
 *
 * @param seasons of a series, in their order; empty for a film
 * @param there how the title is in the library, unless it is not
 * @param playUrl where that plays
 */
record Wanted(
        TitleFacts facts,
        List<SeasonFacts> seasons,
        Optional<LibraryStanding> there,
        @Nullable String playUrl) {
    Wanted {
        seasons = List.copyOf(seasons);
    }

    /** Fails when there are no such seasons. */
    static Wanted of(NewRequest wish, TitleFacts facts, Presence presence) {
        return new Wanted(
                facts,
                seasons(wish, facts),
                presence.of(facts.id()).filter(there -> !there.gone()),
                presence.playUrl(facts.id()));
    }

    private static List<SeasonFacts> seasons(NewRequest wish, TitleFacts facts) {
        if (wish.type() == MediaType.MOVIE) {
            if (wish.seasons() != null) {
                throw refuse("A film has no seasons. Leave them out.", "is only for series");
            }
            return List.of();
        }
        List<SeasonFacts> seasons = wish.seasons() == null ? regular(facts) : chosen(wish.seasons(), facts);
        if (seasons.isEmpty()) {
            throw refuse("No season of it is known yet. Follow it, and ask for it later.", "are not known yet");
        }
        return seasons;
    }

    private static List<SeasonFacts> regular(TitleFacts facts) {
        return facts.seasons().stream().filter(season -> season.number() > 0).toList();
    }

    private static List<SeasonFacts> chosen(Collection<Integer> numbers, TitleFacts facts) {
        Set<Integer> missing = new TreeSet<>(numbers);
        facts.seasons().forEach(season -> missing.remove(season.number()));
        if (!missing.isEmpty()) {
            throw refuse(Words.seasons(missing) + " of it cannot be found. Choose others.", "are not all there");
        }
        return facts.seasons().stream()
                .filter(season -> numbers.contains(season.number()))
                .toList();
    }

    boolean isFilm() {
        return facts.id().type() == MediaType.MOVIE;
    }

    /** Nothing of it has to be got any more. */
    boolean isThere() {
        return isFilm()
                ? there.filter(LibraryStanding::complete).isPresent()
                : seasons.stream().allMatch(this::isThere);
    }

    private boolean isThere(SeasonFacts season) {
        return there.filter(library -> library.complete()
                        || (season.episodeCount() > 0 && episodes(library, season) >= season.episodeCount()))
                .isPresent();
    }

    /** Seasons that are neither in Plex nor waited for. */
    List<AskedSeason> free(Collection<MediaRequest> open) {
        Set<Integer> taken = open.stream()
                .flatMap(request -> request.seasonNumbers().stream())
                .collect(Collectors.toSet());
        return seasons.stream()
                .filter(season -> !isThere(season) && !taken.contains(season.number()))
                .map(this::asked)
                .toList();
    }

    /** The same, or some of the seasons, are wanted by the request. */
    boolean overlaps(MediaRequest request) {
        return isFilm()
                || seasons.stream()
                        .anyMatch(season ->
                                !isThere(season) && request.seasonNumbers().contains(season.number()));
    }

    private AskedSeason asked(SeasonFacts season) {
        return new AskedSeason(
                season.number(),
                season.episodeCount(),
                there.map(library -> episodes(library, season)).orElse(0));
    }

    private static int episodes(LibraryStanding library, SeasonFacts season) {
        return library.episodesBySeason().getOrDefault(season.number(), 0);
    }

    private static ProblemException refuse(String detail, String message) {
        return new ProblemException(
                CommonProblem.VALIDATION_FAILED, detail, List.of(new Problem.Violation("seasons", message)));
    }
}
