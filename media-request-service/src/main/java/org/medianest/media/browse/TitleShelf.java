package org.medianest.media.browse;

import java.util.List;
import org.medianest.media.catalogue.Genre;
import org.medianest.media.catalogue.Provider;

/** One page of a list of titles. */
public record TitleShelf(List<TitleCard> items, int page, int totalPages, CatalogueState catalogue) {
    public TitleShelf {
        items = List.copyOf(items);
    }

    /** What came last to the library, newest first. */
    public record RecentlyAdded(List<TitleCard> items) {
        public RecentlyAdded {
            items = List.copyOf(items);
        }
    }

    /** The kinds of titles that there are. */
    public record Genres(List<Genre> items) {
        public Genres {
            items = List.copyOf(items);
        }
    }

    /** Who shows titles, best known first. */
    public record Providers(List<Provider> items) {
        public Providers {
            items = List.copyOf(items);
        }
    }
}
