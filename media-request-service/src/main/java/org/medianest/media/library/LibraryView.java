package org.medianest.media.library;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How the copy of the library is. */
public record LibraryView(
        State state,
        @Schema(nullable = true) @Nullable String message,
        int items,
        @Schema(nullable = true) @Nullable Instant lastScanAt,

        @Schema(nullable = true, anyOf = Running.class) @Nullable
        Running running,

        @Schema(nullable = true, anyOf = HeldBack.class) @Nullable
        HeldBack heldBack,

        Unmatched unmatched) {

    /** What there is to say in a word. */
    public enum State {
        NOT_CONFIGURED,
        NEVER_SCANNED,
        SCANNING,
        FAILED,
        HELD_BACK,
        UP_TO_DATE
    }

    /** How far a scan is within a section. */
    public record Running(String section, int done, int total) {}

    /** So much vanished at once that it is not believed until an admin says so. */
    public record HeldBack(int count, List<String> titles) {
        public HeldBack {
            titles = List.copyOf(titles);
        }
    }

    /** Items that nobody knows the title of, and some of them with the reason. */
    public record Unmatched(int count, List<UnmatchedItem> items) {
        public Unmatched {
            items = List.copyOf(items);
        }
    }

    /** An item that is not shown, and why. */
    public record UnmatchedItem(String title, String section, String reason) {}
}
