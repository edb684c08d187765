package org.medianest.media.library;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.integration.ConnectedPlex;
import org.medianest.media.integration.Integrations;
import org.medianest.media.library.PlexReading.PlexPage;
import org.medianest.media.library.PlexReading.PlexSection;
import org.medianest.media.library.ScanStore.Scan;
import org.medianest.media.library.ScanStore.ScanPart;
import org.medianest.media.system.Connection;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;

/**
 * Reads all of the library, page by page. Each page and the note of how far it is are stored together, so that whoever leads next goes
 * on behind it, and only while the server is the connected one. Only a scan that met everything says anything about what is missing, and only two of them that something is gone.
 *
 * <p>Belongs to the thread of {@link LibraryWatch}, and waits on it.
 */
@ApplicationScoped
class LibraryScan {
    private static final Logger LOG = Logger.getLogger(LibraryScan.class);

    /** For a page and its transaction; both have limits of their own that are reached long before. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final PlexServer server;
    private final ScanStore scans;
    private final ItemStore items;
    private final Tidings tidings;
    private final Database database;
    private final Leadership leadership;
    private final Integrations integrations;
    private final LibraryConfig config;
    private final Clock clock;

    LibraryScan(
            PlexServer server,
            ScanStore scans,
            ItemStore items,
            Tidings tidings,
            Database database,
            Leadership leadership,
            Integrations integrations,
            LibraryConfig config,
            Clock clock) {
        this.server = server;
        this.scans = scans;
        this.items = items;
        this.tidings = tidings;
        this.database = database;
        this.leadership = leadership;
        this.integrations = integrations;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Reads what is left to read.
     *
     * @param between is run after each page
     * @throws SystemDown when Plex does not answer, or not as it should; what was read stays
     */
    void run(Term term, ConnectedPlex plex, Runnable between) {
        requireMachine(plex);
        List<ScanPart> parts = parts(plex.connection());
        Scan scan = beginOrResume(term, plex, parts);
        int first = scan.part().map(part -> indexOf(parts, part)).orElse(0);
        for (ScanPart part : parts.subList(first, parts.size())) {
            int start = scan.part().filter(current -> isSame(current, part)).isPresent() ? scan.position() : 0;
            read(term, plex, scan, part, start, between);
        }
        finish(term, plex, scan);
    }

    void fail(Term term, ConnectedPlex plex, SystemDown down) {
        inTerm(term, plex, transaction -> scans.fail(transaction, down.reason()));
    }

    /** Another server at the same address knows nothing of what is on ours. */
    private void requireMachine(ConnectedPlex plex) {
        if (!plex.machine().equals(await(server.machine(plex.connection())))) {
            throw new SystemDown(
                    SystemKind.PLEX, "Another Plex server answers at this address. Connect it anew in the settings.");
        }
    }

    private List<ScanPart> parts(Connection plex) {
        ChosenSections chosen = ChosenSections.of(plex);
        return await(server.sections(plex)).stream()
                .filter(section -> chosen.include(section.key()))
                .flatMap(LibraryScan::partsOf)
                .toList();
    }

    private static Stream<ScanPart> partsOf(PlexSection section) {
        ScanPart all = new ScanPart(section.key(), section.title(), section.type());
        return section.type() == PlexType.MOVIE
                ? Stream.of(all)
                : Stream.of(all, new ScanPart(section.key(), section.title(), PlexType.SEASON));
    }

    private Scan beginOrResume(Term term, ConnectedPlex plex, List<ScanPart> parts) {
        String machine = plex.machine();
        return inTerm(
                term,
                plex,
                transaction -> scans.lock(transaction)
                        .call(scan -> canGoOn(scan, machine, parts)
                                ? scans.resume(transaction)
                                : begin(transaction, scan, machine))
                        .chain(scan -> scans.lock(transaction)));
    }

    private Uni<Void> begin(Transaction transaction, Scan scan, String machine) {
        Uni<Void> begun = scans.begin(transaction, machine);
        return scan.machine().equals(machine) ? begun : begun.chain(() -> items.clear(transaction));
    }

    /** Not when all of it is wanted: the sections that count may be others since. */
    private boolean canGoOn(Scan scan, String machine, List<ScanPart> parts) {
        boolean stopped = scan.state() == Scan.State.RUNNING || scan.state() == Scan.State.FAILED;
        return stopped
                && !scan.wanted()
                && scan.machine().equals(machine)
                && scan.readAt().plus(config.resumeWithin()).isAfter(clock.instant())
                && scan.part().filter(part -> indexOf(parts, part) >= 0).isPresent();
    }

    private void read(Term term, ConnectedPlex plex, Scan scan, ScanPart part, int start, Runnable between) {
        int position = start;
        int total;
        do {
            PlexPage page = await(server.page(plex.connection(), part.section(), part.type(), position, config.page()));
            position += page.items().size();
            total = page.total();
            if (page.items().isEmpty() && position < total) {
                throw new SystemDown(SystemKind.PLEX, "Plex shows fewer items than it has.");
            }
            store(term, plex, scan, part, page, position);
            between.run();
        } while (position < total);
    }

    private void store(Term term, ConnectedPlex plex, Scan scan, ScanPart part, PlexPage page, int position) {
        inTerm(
                term,
                plex,
                transaction -> keep(transaction, scan, part, page.items())
                        .chain(changed -> tidings.tell(transaction, changed))
                        .chain(() -> scans.move(transaction, part, position, page.total())));
    }

    private Uni<Set<TitleId>> keep(Transaction transaction, Scan scan, ScanPart part, List<PlexItem> page) {
        return part.type() == PlexType.SEASON
                ? items.keepSeasons(
                        transaction,
                        scan.number(),
                        page.stream().flatMap(item -> item.season().stream()).toList())
                : items.keep(transaction, scan.machine(), scan.number(), page);
    }

    private void finish(Term term, ConnectedPlex plex, Scan scan) {
        int heldBack = inTerm(
                term,
                plex,
                transaction -> items.count(transaction, scan.number())
                        .chain(count -> isTooMuch(count)
                                ? scans.finish(transaction, count.missing()).replaceWith(count.missing())
                                : items.lose(transaction, scan.lastWhole())
                                        .chain(gone -> tidings.tell(transaction, gone))
                                        .chain(() -> scans.finish(transaction, 0))
                                        .replaceWith(0)));
        LOG.infof("library scanned scan=%d heldBack=%d", scan.number(), heldBack);
    }

    private boolean isTooMuch(ItemStore.Count count) {
        return count.missing() > config.neverHeldBack()
                && count.missing() * 100L > (long) count.there() * config.heldBackPercent();
    }

    private <T> T inTerm(Term term, ConnectedPlex plex, Function<Transaction, Uni<T>> work) {
        return await(database.inTransaction(transaction -> leadership
                .require(transaction, term)
                .chain(() -> integrations.require(transaction, plex))
                .chain(() -> work.apply(transaction))));
    }

    private static int indexOf(List<ScanPart> parts, ScanPart part) {
        return parts.indexOf(
                parts.stream().filter(known -> isSame(known, part)).findFirst().orElse(part));
    }

    /** The title of a section may have changed meanwhile. */
    private static boolean isSame(ScanPart one, ScanPart other) {
        return one.section().equals(other.section()) && Objects.equals(one.type(), other.type());
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
