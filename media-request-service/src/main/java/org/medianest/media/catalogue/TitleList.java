package org.medianest.media.catalogue;

import java.util.List;

/** One page of a list of titles. */
public record TitleList(List<TitleSummary> items, int page, int totalPages) {
    public TitleList {
        items = List.copyOf(items);
    }
}
