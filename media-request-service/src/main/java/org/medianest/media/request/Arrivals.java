package org.medianest.media.request;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.medianest.commons.concurrent.InTurn;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.library.Library;
import org.medianest.media.library.LibraryListener;
import org.medianest.media.library.LibraryStanding;

/** What people wait for is in Plex now, or some of it. */
@ApplicationScoped
class Arrivals implements LibraryListener {
    private static final int PORTION = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Database database;
    private final Leadership leadership;
    private final Library library;
    private final RequestStore store;
    private final Steps steps;

    Arrivals(Database database, Leadership leadership, Library library, RequestStore store, Steps steps) {
        this.database = database;
        this.leadership = leadership;
        this.library = library;
        this.store = store;
        this.steps = steps;
    }

    @Override
    public Uni<Void> changed(Transaction transaction, Collection<LibraryStanding> changed) {
        Map<TitleId, LibraryStanding> there = changed.stream()
                .filter(standing -> !standing.gone())
                .collect(Collectors.toMap(LibraryStanding::id, Function.identity(), (one, other) -> other));
        return there.isEmpty()
                ? Uni.createFrom().voidItem()
                : store.lockOpen(transaction, there.keySet()).chain(waiting -> arrive(transaction, waiting, there));
    }

    private Uni<Void> arrive(Transaction transaction, List<MediaRequest> waiting, Map<TitleId, LibraryStanding> there) {
        return InTurn.each(waiting, request -> {
            LibraryStanding standing = there.get(request.titleId);
            return standing == null ? Uni.createFrom().voidItem() : arrive(transaction, request, standing);
        });
    }

    /**
     * All that is waited for against the library: a title may have come in the moment in which it was asked for, when nobody could tell.
     * Blocks.
     */
    void compareAll(Term term) {
        UUID last = null;
        List<RequestStore.OpenTitle> portion;
        do {
            portion = store.openTitles(last, PORTION).await().atMost(PATIENCE);
            Set<TitleId> titles = portion.stream()
                    .map(RequestStore.OpenTitle::title)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (!titles.isEmpty()) {
                compare(term, titles).await().atMost(PATIENCE);
                last = portion.getLast().request();
            }
        } while (portion.size() == PORTION);
    }

    private Uni<Void> compare(Term term, Set<TitleId> titles) {
        return library.standings(titles)
                .chain(there -> database.inTransaction(transaction ->
                        leadership.require(transaction, term).chain(() -> changed(transaction, there.values()))));
    }

    private Uni<Void> arrive(Transaction transaction, MediaRequest request, LibraryStanding there) {
        if (request.isFilm()) {
            return there.complete()
                    ? steps.arrive(transaction, request)
                    : Uni.createFrom().voidItem();
        }
        List<AskedSeason> before = request.seasons;
        List<AskedSeason> now = before.stream()
                .map(season -> new AskedSeason(
                        season.number(),
                        season.episodes(),
                        there.episodesBySeason().getOrDefault(season.number(), 0)))
                .toList();
        if (now.equals(before) && !there.complete()) {
            return Uni.createFrom().voidItem();
        }
        request.seasons = now;
        return store.arrived(transaction, request).chain(() -> arrive(transaction, request, before, there.complete()));
    }

    private Uni<Void> arrive(
            Transaction transaction, MediaRequest request, List<AskedSeason> before, boolean seriesIsComplete) {
        if (seriesIsComplete || request.seasons.stream().allMatch(AskedSeason::isComplete)) {
            return steps.arrive(transaction, request);
        }
        return isFirst(request, before) || isSeasonDone(request, before)
                ? steps.arriveInPart(transaction, request, inWords(request.seasons))
                : Uni.createFrom().voidItem();
    }

    /** Episodes that come while somebody still decides are no answer to the question. */
    private static boolean isFirst(MediaRequest request, List<AskedSeason> before) {
        return request.state.canBecome(RequestState.PARTIALLY_AVAILABLE) && sum(request.seasons) > sum(before);
    }

    private static boolean isSeasonDone(MediaRequest request, List<AskedSeason> before) {
        return request.state == RequestState.PARTIALLY_AVAILABLE && done(request.seasons) > done(before);
    }

    private static int sum(List<AskedSeason> seasons) {
        return seasons.stream().mapToInt(AskedSeason::arrived).sum();
    }

    private static long done(List<AskedSeason> seasons) {
        return seasons.stream().filter(AskedSeason::isComplete).count();
    }

    private static String inWords(List<AskedSeason> seasons) {
        return seasons.stream()
                .filter(season -> season.arrived() > 0)
                .map(season ->
                        "Season %d: %d of %d episodes.".formatted(season.number(), season.arrived(), season.episodes()))
                .collect(Collectors.joining(" "));
    }
}
