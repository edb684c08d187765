package org.medianest.homelab.arr;

import java.util.List;

/** What happened in an arr. */
sealed interface ArrEvent {
    record Added(Work work) implements ArrEvent {}

    record Deleted(Work work, boolean withFiles) implements ArrEvent {}

    record Grabbed(Download download) implements ArrEvent {}

    /** One of the wanted ones has its file. */
    record Imported(Download download, Wanted wanted, MediaFile file) implements ArrEvent {}

    record Failed(Download download) implements ArrEvent {}

    /** Somebody must decide. */
    record Stuck(Download download, List<String> messages) implements ArrEvent {}
}
