package org.medianest.media.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** One page of a list of titles. */
@RegisterForReflection(registerFullHierarchy = true)
public record TitleList(List<TitleSummary> items, int page, int totalPages) {
    public TitleList {
        items = List.copyOf(items);
    }
}
