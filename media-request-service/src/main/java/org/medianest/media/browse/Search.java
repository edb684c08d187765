package org.medianest.media.browse;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.medianest.media.catalogue.Catalogue;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleList;
import org.medianest.media.catalogue.TitleSummary;
import org.medianest.media.library.LibrarySearch;
import org.medianest.media.library.LibraryTitle;
import org.medianest.media.request.OpenTitles;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemHealth;

/** One search through the library, through what is on its way, and through all that there is. The first two need nobody else. */
@ApplicationScoped
class Search {
    private static final int MOST_LOCAL = 20;

    private final Catalogue catalogue;
    private final LibrarySearch library;
    private final OpenTitles open;
    private final Cards cards;
    private final SystemHealth health;

    Search(Catalogue catalogue, LibrarySearch library, OpenTitles open, Cards cards, SystemHealth health) {
        this.catalogue = catalogue;
        this.library = library;
        this.open = open;
        this.cards = cards;
        this.health = health;
    }

    Uni<SearchResult> search(String query, @Nullable MediaType type, @Nullable Integer year, int page, UUID caller) {
        return Uni.combine()
                .all()
                .unis(everywhere(query, type, year, page), here(query, page), awaited(query, page))
                .asTuple()
                .chain(found -> cards.summaries(found.getItem2()).chain(here -> {
                    List<TitleSummary> ours = new ArrayList<>(here);
                    ours.addAll(found.getItem3());
                    ours.removeIf(title -> !isOf(title, type, year));
                    List<TitleSummary> all =
                            new ArrayList<>(found.getItem1().list().items());
                    all.addAll(ours);
                    return cards.of(all, Cards.posters(found.getItem2()), caller)
                            .map(shown -> result(shown, found.getItem1()));
                }));
    }

    private Uni<Answer> everywhere(String query, @Nullable MediaType type, @Nullable Integer year, int page) {
        return catalogue
                .search(query, type, year, page)
                .map(list -> new Answer(list, CatalogueState.answered(health)))
                .onFailure(SystemDown.class)
                .recoverWithItem(
                        down -> new Answer(new TitleList(List.of(), page, page), CatalogueState.of((SystemDown) down)));
    }

    /** All of it is on the first page. */
    private Uni<List<LibraryTitle>> here(String query, int page) {
        return page == 1 ? library.byName(query, MOST_LOCAL) : Uni.createFrom().item(List.of());
    }

    private Uni<List<TitleSummary>> awaited(String query, int page) {
        return page == 1
                ? open.newest()
                        .map(titles -> titles.stream()
                                .filter(title -> LibrarySearch.matches(query, title.title()))
                                .limit(MOST_LOCAL)
                                .toList())
                : Uni.createFrom().item(List.of());
    }

    private static SearchResult result(List<TitleCard> cards, Answer answer) {
        return new SearchResult(
                those(cards, Search::isHere),
                those(cards, Search::isAwaited),
                those(cards, card -> !isHere(card) && !isAwaited(card)),
                answer.state(),
                answer.list().page(),
                answer.list().totalPages());
    }

    private static List<TitleCard> those(List<TitleCard> cards, Predicate<TitleCard> rule) {
        return cards.stream().filter(rule).toList();
    }

    private static boolean isOf(TitleSummary title, @Nullable MediaType type, @Nullable Integer year) {
        return (type == null || title.id().type() == type) && (year == null || year.equals(title.year()));
    }

    private static boolean isHere(TitleCard card) {
        return switch (card.standing().state()) {
            case AVAILABLE, PARTLY_AVAILABLE -> true;
            default -> false;
        };
    }

    private static boolean isAwaited(TitleCard card) {
        return switch (card.standing().state()) {
            case AWAITING_APPROVAL,
                    APPROVED_QUEUED,
                    WAITING_FOR_RELEASE,
                    SEARCHING,
                    DOWNLOADING,
                    NEEDS_ATTENTION,
                    IMPORTED_NOT_IN_PLEX -> true;
            default -> false;
        };
    }

    private record Answer(TitleList list, CatalogueState state) {}
}
