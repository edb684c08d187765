package org.medianest.media.library;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.database.Database;
import org.medianest.media.MediaProblem;
import org.medianest.media.integration.Integrations;
import org.medianest.media.library.LibraryView.HeldBack;
import org.medianest.media.library.LibraryView.Running;
import org.medianest.media.library.LibraryView.State;
import org.medianest.media.library.LibraryView.Unmatched;
import org.medianest.media.library.LibraryView.UnmatchedItem;
import org.medianest.media.library.ScanStore.Scan;

/** What an admin sees and does of the library. */
@ApplicationScoped
class Overview {
    private static final String COUNT = """
            select count(*)::int as there, (count(*) filter (where tmdb_id is null))::int as unmatched
            from library_item where gone_at is null
            """;

    private static final String HELD_BACK =
            "select title from library_item where gone_at is null and seen < $1 order by title limit 100";

    private static final String UNMATCHED = """
            select title, section, coalesce(unmatched, '') as reason from library_item
            where tmdb_id is null and gone_at is null order by title limit 100
            """;

    private final Database database;
    private final ScanStore scans;
    private final ItemStore items;
    private final Tidings tidings;
    private final Integrations integrations;

    Overview(Database database, ScanStore scans, ItemStore items, Tidings tidings, Integrations integrations) {
        this.database = database;
        this.scans = scans;
        this.items = items;
        this.tidings = tidings;
        this.integrations = integrations;
    }

    Uni<LibraryView> view() {
        return integrations.machineIdentifier().chain(machine -> scans.read().chain(scan -> view(machine, scan)));
    }

    private Uni<LibraryView> view(Optional<String> machine, Scan scan) {
        return Uni.combine()
                .all()
                .unis(counts(), heldBack(scan), unmatched())
                .with((counts, heldBack, unmatched) -> new LibraryView(
                        state(machine, scan),
                        scan.message(),
                        counts.there(),
                        scan.finishedAt(),
                        running(scan),
                        heldBack.isEmpty() ? null : new HeldBack(scan.heldBack(), heldBack),
                        new Unmatched(counts.unmatched(), unmatched)));
    }

    /** What was held back is gone indeed. Of a scan that has begun since, nothing counts yet. */
    Uni<Void> accept() {
        return database.inTransaction(transaction -> scans.lock(transaction)
                .invoke(Overview::requireHeldBack)
                .chain(scan -> items.lose(transaction, scan.lastWhole()))
                .chain(gone -> tidings.tell(transaction, gone))
                .chain(() -> scans.decided(transaction)));
    }

    /** What was held back is still there; the next scan will see. */
    Uni<Void> reject() {
        return database.inTransaction(transaction ->
                scans.lock(transaction).invoke(Overview::requireHeldBack).chain(scan -> scans.decided(transaction)));
    }

    Uni<Void> scan() {
        return integrations.machineIdentifier().chain(machine -> {
            if (machine.isEmpty()) {
                throw MediaProblem.NOT_CONFIGURED.because("Connect Plex first.");
            }
            return scans.want();
        });
    }

    private static void requireHeldBack(Scan scan) {
        if (scan.heldBack() == 0) {
            throw MediaProblem.NOTHING_HELD_BACK.because("Perhaps somebody else has decided already. Load it again.");
        }
    }

    private static State state(Optional<String> machine, Scan scan) {
        if (machine.isEmpty()) {
            return State.NOT_CONFIGURED;
        }
        if (scan.wanted()) {
            return State.SCANNING;
        }
        if (!scan.machine().equals(machine.get()) && scan.state() != Scan.State.FAILED) {
            return State.NEVER_SCANNED;
        }
        return switch (scan.state()) {
            case NEVER -> State.NEVER_SCANNED;
            case RUNNING -> State.SCANNING;
            case FAILED -> State.FAILED;
            case DONE -> scan.heldBack() > 0 ? State.HELD_BACK : State.UP_TO_DATE;
        };
    }

    private static @Nullable Running running(Scan scan) {
        return scan.state() == Scan.State.RUNNING
                ? scan.part()
                        .map(part -> new Running(part.title(), scan.position(), scan.total()))
                        .orElse(null)
                : null;
    }

    private Uni<Counts> counts() {
        return database.first(row -> new Counts(row.getInteger("there"), row.getInteger("unmatched")), COUNT)
                .map(counts -> counts.orElse(new Counts(0, 0)));
    }

    private Uni<List<String>> heldBack(Scan scan) {
        return scan.heldBack() == 0
                ? Uni.createFrom().item(List.of())
                : database.list(row -> row.getString("title"), HELD_BACK, scan.lastWhole());
    }

    private Uni<List<UnmatchedItem>> unmatched() {
        return database.list(
                row -> new UnmatchedItem(row.getString("title"), row.getString("section"), row.getString("reason")),
                UNMATCHED);
    }

    private record Counts(int there, int unmatched) {}
}
