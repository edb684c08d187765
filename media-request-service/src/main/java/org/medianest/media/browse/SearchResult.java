package org.medianest.media.browse;

import java.util.List;

/**
 * What was found.
 *
 * @param library what can be played now
 * @param onTheWay what somebody waits for
 * @param requestable what can be asked for
 */
public record SearchResult(
        List<TitleCard> library,
        List<TitleCard> onTheWay,
        List<TitleCard> requestable,
        CatalogueState catalogue,
        int page,
        int totalPages) {
    public SearchResult {
        library = List.copyOf(library);
        onTheWay = List.copyOf(onTheWay);
        requestable = List.copyOf(requestable);
    }
}
