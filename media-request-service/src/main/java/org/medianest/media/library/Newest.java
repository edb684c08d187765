package org.medianest.media.library;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.medianest.commons.database.Database;
import org.medianest.commons.database.Transaction;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;
import org.medianest.media.catalogue.TitleId;
import org.medianest.media.integration.ConnectedPlex;
import org.medianest.media.integration.Integrations;
import org.medianest.media.library.PlexItem.PlexSeason;
import org.medianest.media.library.PlexReading.PlexSection;
import org.medianest.media.system.Connection;

/**
 * Takes up what is new on the server, without reading all of it. It only ever adds: that something is gone is for {@link LibraryScan}
 * to say. Belongs to the thread of {@link LibraryWatch}, and waits on it.
 */
@ApplicationScoped
class Newest {
    private static final int PAGE = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Clocks differ, and Plex dates an item when it has found it, not when it shows it. */
    private static final Duration OVERLAP = Duration.ofHours(1);

    private final PlexServer server;
    private final ScanStore scans;
    private final ItemStore items;
    private final Tidings tidings;
    private final Database database;
    private final Leadership leadership;
    private final Integrations integrations;
    private final Clock clock;
    private Instant since = Instant.EPOCH;

    Newest(
            PlexServer server,
            ScanStore scans,
            ItemStore items,
            Tidings tidings,
            Database database,
            Leadership leadership,
            Integrations integrations,
            Clock clock) {
        this.server = server;
        this.scans = scans;
        this.items = items;
        this.tidings = tidings;
        this.database = database;
        this.leadership = leadership;
        this.integrations = integrations;
        this.clock = clock;
    }

    /** What was added last in each section. */
    void poll(Term term, ConnectedPlex plex) {
        Instant from = since.minus(since.equals(Instant.EPOCH) ? Duration.ZERO : OVERLAP);
        Instant now = clock.instant();
        ChosenSections chosen = ChosenSections.of(plex.connection());
        Set<String> shows = new LinkedHashSet<>();
        for (PlexSection section : await(server.sections(plex.connection()))) {
            if (!chosen.include(section.key())) {
                continue;
            }
            if (section.type() == PlexType.MOVIE) {
                keep(term, plex, after(from, newest(plex.connection(), section, PlexType.MOVIE)), List.of());
            } else {
                after(from, newest(plex.connection(), section, PlexType.EPISODE))
                        .forEach(episode -> Optional.ofNullable(episode.show()).ifPresent(shows::add));
            }
        }
        refresh(term, plex, shows);
        since = now;
    }

    /**
     * Looks at items again.
     *
     * @param ratingKeys of films, or of series or anything within them
     */
    void refresh(Term term, ConnectedPlex plex, Collection<String> ratingKeys) {
        ChosenSections chosen = ChosenSections.of(plex.connection());
        Set<String> done = new HashSet<>();
        for (String ratingKey : ratingKeys) {
            top(plex.connection(), ratingKey)
                    .filter(item -> done.add(item.ratingKey()))
                    .filter(item -> chosen.include(item.section()))
                    .ifPresent(item -> keep(term, plex, List.of(item), seasons(plex.connection(), item)));
        }
    }

    /** The film or series that an item is or belongs to; empty when it is gone, or nothing of the kind. */
    private Optional<PlexItem> top(Connection plex, String ratingKey) {
        Optional<PlexItem> item = await(server.item(plex, ratingKey));
        return item.flatMap(found -> switch (found.type()) {
            case MOVIE, SHOW -> item;
            case SEASON, EPISODE -> Optional.ofNullable(found.show()).flatMap(show -> await(server.item(plex, show)));
        });
    }

    private List<PlexItem> newest(Connection plex, PlexSection section, PlexType type) {
        return await(server.newest(plex, section.key(), type, PAGE)).items();
    }

    private static List<PlexItem> after(Instant from, List<PlexItem> items) {
        return items.stream().filter(item -> !item.addedAt().isBefore(from)).toList();
    }

    private List<PlexSeason> seasons(Connection plex, PlexItem item) {
        return item.type() == PlexType.SHOW
                ? await(server.seasons(plex, item)).stream()
                        .flatMap(season -> season.season().stream())
                        .toList()
                : List.of();
    }

    private void keep(Term term, ConnectedPlex plex, List<PlexItem> found, List<PlexSeason> seasons) {
        await(database.inTransaction(transaction -> leadership
                .require(transaction, term)
                .chain(() -> integrations.require(transaction, plex))
                .chain(() -> scans.lock(transaction))
                .chain(scan -> keep(transaction, plex.machine(), scan.number(), found, seasons))
                .chain(changed -> tidings.tell(transaction, changed))));
    }

    private Uni<Set<TitleId>> keep(
            Transaction transaction, String machine, long scan, List<PlexItem> found, List<PlexSeason> seasons) {
        return items.keep(transaction, machine, scan, found)
                .chain(changed -> items.keepSeasons(transaction, scan, seasons).map(more -> {
                    Set<TitleId> all = new HashSet<>(changed);
                    all.addAll(more);
                    return all;
                }));
    }

    private static <T> T await(Uni<T> work) {
        return work.await().atMost(PATIENCE);
    }
}
