package org.medianest.gateway.live;

import java.util.List;
import java.util.Map;
import org.medianest.commons.event.EntryId;

/** What a client that was away has not seen. */
sealed interface Missed {
    /** It was not here before. */
    record Nothing() implements Missed {}

    /** More than we tell again, or we do not know: it must fetch everything. */
    record TooMuch() implements Missed {}

    /**
     * These, in the order of the feed.
     *
     * @param ends the last entry told of each stream
     */
    record These(List<LiveMessage> messages, Map<String, EntryId> ends) implements Missed {
        public These {
            messages = List.copyOf(messages);
            ends = Map.copyOf(ends);
        }
    }
}
