package org.medianest.media.library;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.medianest.commons.database.Database;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;
import org.medianest.media.catalogue.Catalogue;
import org.medianest.media.catalogue.Catalogue.ExternalId;
import org.medianest.media.catalogue.Catalogue.ExternalId.Source;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.integration.ConnectedPlex;
import org.medianest.media.integration.Integrations;
import org.medianest.media.library.ItemStore.ToMatch;
import org.medianest.media.system.SystemDown;

/** Asks TMDB for what Plex does not know: what an item of another catalogue is, and how many episodes a series has. */
@ApplicationScoped
class Matching {
    private static final int AT_ONCE = 4;
    private static final int FEW = 100;

    private final ItemStore items;
    private final Catalogue catalogue;
    private final Tidings tidings;
    private final Database database;
    private final Leadership leadership;
    private final Integrations integrations;

    Matching(
            ItemStore items,
            Catalogue catalogue,
            Tidings tidings,
            Database database,
            Leadership leadership,
            Integrations integrations) {
        this.items = items;
        this.catalogue = catalogue;
        this.tidings = tidings;
        this.database = database;
        this.leadership = leadership;
        this.integrations = integrations;
    }

    /** As far as TMDB answers; the rest is asked after the next scan. */
    Uni<Void> afterScan(Term term, ConnectedPlex plex) {
        return matchItems(term, plex, "")
                .chain(() -> learnSeries(term))
                .onFailure(SystemDown.class)
                .recoverWithItem((Void) null);
    }

    /** A portion after the other: those that TMDB does not know must not stand in the way of the others. */
    private Uni<Void> matchItems(Term term, ConnectedPlex plex, String behind) {
        return items.toMatch(behind)
                .chain(portion -> portion.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : matchEach(term, plex, portion)
                                .chain(() ->
                                        matchItems(term, plex, portion.getLast().ratingKey())));
    }

    private Uni<Void> matchEach(Term term, ConnectedPlex plex, List<ToMatch> portion) {
        return Multi.createFrom()
                .iterable(portion)
                .onItem()
                .transformToUni(item -> match(term, plex, item))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> match(Term term, ConnectedPlex plex, ToMatch item) {
        return found(item)
                .chain(title -> database.inTransaction(transaction -> leadership
                        .require(transaction, term)
                        .chain(() -> integrations.require(transaction, plex))
                        .chain(() -> items.match(
                                transaction,
                                item.ratingKey(),
                                title.map(TitleId::tmdbId).orElse(null)))
                        .chain(changed -> tidings.tell(transaction, changed))));
    }

    private Uni<Optional<TitleId>> found(ToMatch item) {
        Uni<Optional<TitleId>> byImdb = item.imdbId() == null
                ? Uni.createFrom().item(Optional.empty())
                : catalogue.byExternalId(item.type(), new ExternalId(Source.IMDB, item.imdbId()));
        return byImdb.chain(title -> title.isPresent() || item.tvdbId() == null
                ? Uni.createFrom().item(title)
                : catalogue.byExternalId(item.type(), new ExternalId(Source.TVDB, String.valueOf(item.tvdbId()))));
    }

    /** Whether a series is complete can be said only once it is known what it should be. A few at a time, however many there are. */
    private Uni<Void> learnSeries(Term term) {
        return items.series()
                .chain(all -> Multi.createFrom()
                        .iterable(all)
                        .group()
                        .intoLists()
                        .of(FEW)
                        .onItem()
                        .transformToUniAndConcatenate(few -> learn(term, few))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> learn(Term term, List<TitleId> few) {
        return catalogue.known(few).chain(known -> {
            Set<TitleId> unknown =
                    few.stream().filter(id -> !known.containsKey(id)).collect(Collectors.toSet());
            return ask(few).chain(() -> tell(term, unknown));
        });
    }

    private Uni<Void> ask(List<TitleId> series) {
        return Multi.createFrom()
                .iterable(series)
                .onItem()
                .transformToUni(catalogue::title)
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> tell(Term term, Set<TitleId> learnt) {
        return learnt.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.inTransaction(transaction ->
                        leadership.require(transaction, term).chain(() -> tidings.tell(transaction, learnt)));
    }
}
