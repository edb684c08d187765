package org.medianest.media.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.stream.Stream;

/** One page of a list of titles. */
@RegisterForReflection(registerFullHierarchy = true)
public record TitleList(List<TitleSummary> items, int page, int totalPages) {
    public TitleList {
        items = List.copyOf(items);
    }

    /** The same page of two lists, as one. */
    TitleList beside(TitleList other) {
        return new TitleList(
                Stream.concat(items.stream(), other.items.stream()).toList(),
                page,
                Math.max(totalPages, other.totalPages));
    }
}
