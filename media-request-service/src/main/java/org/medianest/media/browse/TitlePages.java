package org.medianest.media.browse;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.ProblemException;
import org.medianest.media.browse.TitlePage.SeasonCard;
import org.medianest.media.catalogue.Catalogue;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.SeasonFacts;
import org.medianest.media.catalogue.TitleFacts;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.library.Library;
import org.medianest.media.library.LibrarySearch;
import org.medianest.media.library.LibraryStanding;
import org.medianest.media.library.LibraryTitle;
import org.medianest.media.request.Quotas;
import org.medianest.media.request.Requests;
import org.medianest.media.request.Standings;
import org.medianest.media.request.TitleState;
import org.medianest.media.request.Viewer;
import org.medianest.media.system.SystemDown;

/** Puts the page of a title together. */
@ApplicationScoped
class TitlePages {
    private final Catalogue catalogue;
    private final Cards cards;
    private final Library library;
    private final LibrarySearch titles;
    private final Standings standings;
    private final Requests requests;
    private final Quotas quotas;

    TitlePages(
            Catalogue catalogue,
            Cards cards,
            Library library,
            LibrarySearch titles,
            Standings standings,
            Requests requests,
            Quotas quotas) {
        this.catalogue = catalogue;
        this.cards = cards;
        this.library = library;
        this.titles = titles;
        this.standings = standings;
        this.requests = requests;
        this.quotas = quotas;
    }

    Uni<TitlePage> page(TitleId id, Viewer viewer) {
        return catalogue
                .title(id)
                .map(found -> found.orElseThrow(() -> CommonProblem.NOT_FOUND.because("TMDB knows no such title.")))
                .chain(facts -> page(facts, Map.of(), viewer))
                .onFailure(failure -> failure instanceof SystemDown || failure instanceof ProblemException)
                .recoverWithUni(failure -> titles.find(id)
                        .chain(found -> found.isEmpty()
                                ? Uni.createFrom().failure(failure)
                                : pageFromPlex(found.get(), viewer)));
    }

    /** What can be played has a page, whether TMDB is away or does not know it. */
    private Uni<TitlePage> pageFromPlex(LibraryTitle title, Viewer viewer) {
        return library.standings(List.of(title.id()))
                .chain(standings -> page(
                        PlexFacts.of(title, seasonsIn(standings.get(title.id()))),
                        Cards.posters(List.of(title)),
                        viewer));
    }

    private static List<SeasonFacts> seasonsIn(@Nullable LibraryStanding standing) {
        return standing == null
                ? List.of()
                : standing.episodesBySeason().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(season ->
                                new SeasonFacts(season.getKey(), "Season " + season.getKey(), season.getValue(), null))
                        .toList();
    }

    private Uni<TitlePage> page(TitleFacts facts, Map<TitleId, String> posters, Viewer viewer) {
        TitleId id = facts.id();
        return Uni.combine()
                .all()
                .unis(
                        cards.of(List.of(facts.summary()), posters, viewer.id()),
                        seasons(facts),
                        requests.ofTitle(id, viewer),
                        quotas.of(id.type(), viewer))
                .with((card, seasons, request, quota) ->
                        TitlePage.of(card.getFirst(), facts.details(), seasons, request.orElse(null), quota));
    }

    private Uni<List<SeasonCard>> seasons(TitleFacts facts) {
        return facts.id().type() == MediaType.MOVIE
                ? Uni.createFrom().item(List.of())
                : Uni.combine()
                        .all()
                        .unis(
                                library.standings(List.of(facts.id())),
                                standings.seasons(facts.id().tmdbId()))
                        .with((there, asked) -> facts.seasons().stream()
                                .map(season -> card(season, there.get(facts.id()), asked))
                                .toList());
    }

    private static SeasonCard card(
            SeasonFacts season, @Nullable LibraryStanding there, Map<Integer, TitleState> asked) {
        int available =
                there == null || there.gone() ? 0 : there.episodesBySeason().getOrDefault(season.number(), 0);
        return new SeasonCard(
                season.number(),
                season.name(),
                season.episodeCount(),
                season.airDate(),
                available,
                state(season, available, asked.get(season.number())));
    }

    private static TitleState state(SeasonFacts season, int available, @Nullable TitleState asked) {
        if (available > 0 && available >= season.episodeCount()) {
            return TitleState.AVAILABLE;
        }
        if (asked != null) {
            return asked;
        }
        return available > 0 ? TitleState.PARTLY_AVAILABLE : TitleState.NOT_REQUESTED;
    }
}
