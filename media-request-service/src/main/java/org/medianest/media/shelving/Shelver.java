package org.medianest.media.shelving;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.medianest.commons.database.Database;
import org.medianest.commons.drain.Farewell;
import org.medianest.commons.event.MediaEvent.DownloadShelved;
import org.medianest.commons.leader.Leadership;
import org.medianest.commons.leader.Term;
import org.medianest.commons.outbox.Events;
import org.medianest.media.integration.Integrations;
import org.medianest.media.library.PlayLink;
import org.medianest.media.rounds.Rounds;
import org.medianest.media.shelving.Collections.Target;
import org.medianest.media.system.Connection;
import org.medianest.media.system.SystemDown;
import org.medianest.media.system.SystemKind;

/** Takes downloads into Plex, step by step, on one replica. While Plex is away, or nobody has chosen a section for them, they wait. */
@ApplicationScoped
class Shelver {
    private static final Logger LOG = Logger.getLogger(Shelver.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int QUICK_LOOKS = 4;
    private static final int MOST_DOUBLINGS = 16;

    private final ShelvingStore store;
    private final ShelvingConfig config;
    private final PlexShelves plex;
    private final Collections collections;
    private final Integrations integrations;
    private final Events events;
    private final Database database;
    private final Leadership leadership;
    private final Clock clock;
    private final Rounds rounds;
    private int failures;

    Shelver(
            ShelvingStore store,
            ShelvingConfig config,
            PlexShelves plex,
            Collections collections,
            Integrations integrations,
            Events events,
            Database database,
            Leadership leadership,
            Clock clock) {
        this.store = store;
        this.config = config;
        this.plex = plex;
        this.collections = collections;
        this.integrations = integrations;
        this.events = events;
        this.database = database;
        this.leadership = leadership;
        this.clock = clock;
        this.rounds = new Rounds(leadership, "shelve downloads", config.tick(), this::round);
    }

    void start(@Observes StartupEvent event) {
        rounds.start();
    }

    void stop(@Observes ShutdownEvent event, Farewell farewell) {
        rounds.stop(farewell);
    }

    private void round(Term term) {
        if (!await(store.isAnyDue())) {
            return;
        }
        Optional<Connection> connection = await(integrations.connection(SystemKind.PLEX));
        Optional<String> section = connection.flatMap(one -> Shelf.chosen(one.options()));
        Optional<String> machine = await(integrations.machineIdentifier());
        if (section.isEmpty() || machine.isEmpty()) {
            return;
        }
        await(leadership.require(term));
        try {
            Connection server = connection.orElseThrow();
            Shelf shelf = Shelf.of(server.options(), await(plex.section(server, section.get())));
            advance(term, new Target(server, shelf, machine.get()));
            failures = 0;
        } catch (SystemDown down) {
            failures++;
            LOG.debugf("downloads wait for Plex: %s", down.reason());
            await(store.postpone(clock.instant().plus(doubled(failures - 1)), down.reason()));
        }
    }

    private void advance(Term term, Target target) {
        Map<ShelvingState, List<Shelving>> due =
                await(store.due()).stream().collect(Collectors.groupingBy(Shelving::state));
        due.getOrDefault(ShelvingState.WAITING, List.of()).stream()
                .map(Shelving::folder)
                .distinct()
                .forEach(folder -> scan(target, folder));
        lookFor(target, due.getOrDefault(ShelvingState.SCANNED, List.of()));
        due.getOrDefault(ShelvingState.FOUND, List.of()).stream()
                .collect(Collectors.groupingBy(Shelving::ownerId))
                .forEach((owner, found) -> shelveOrWait(term, target, owner, found));
    }

    /** A collection that cannot be changed is no matter of the others. */
    private void shelveOrWait(Term term, Target target, UUID owner, List<Shelving> found) {
        try {
            shelve(term, target, owner, found);
        } catch (SystemDown down) {
            LOG.debugf("downloads of %s wait for their collection: %s", owner, down.reason());
            for (Shelving one : found) {
                await(store.heldUp(one, clock.instant().plus(doubled(one.looks())), down.reason()));
            }
        }
    }

    private void scan(Target target, String folder) {
        await(plex.scan(target.plex(), target.shelf(), target.shelf().there(folder)));
        await(store.scanned(folder, clock.instant().plus(config.look())));
    }

    /** The newest are looked through first; what is not among them may have been there before the download. */
    private void lookFor(Target target, List<Shelving> scanned) {
        if (scanned.isEmpty()) {
            return;
        }
        Set<String> wanted = scanned.stream()
                .map(one -> Shelf.comparable(target.shelf().there(one.path())))
                .collect(Collectors.toSet());
        boolean isLate = scanned.stream().anyMatch(one -> one.looks() >= QUICK_LOOKS);
        Map<String, String> keys = ratingKeys(await(plex.items(
                target.plex(),
                target.shelf(),
                seen -> !isLate || ratingKeys(seen).keySet().containsAll(wanted))));
        for (Shelving one : scanned) {
            String key = keys.get(Shelf.comparable(target.shelf().there(one.path())));
            await(key == null ? missed(one) : store.found(one, key));
        }
    }

    private Uni<Void> missed(Shelving one) {
        int looks = one.looks() + 1;
        Instant next = clock.instant().plus(doubled(looks - QUICK_LOOKS));
        if (looks >= config.mostLooks()) {
            LOG.warnf("download=%s is not taken in by Plex, path=%s", one.downloadId(), one.path());
            return store.missed(one, ShelvingState.GIVEN_UP, next, "Plex was asked to take it in and did not.");
        }
        boolean scanAgain = looks % config.looksAScan() == 0;
        return store.missed(
                one, scanAgain ? ShelvingState.WAITING : ShelvingState.SCANNED, next, "Plex has not taken it in yet.");
    }

    private Duration doubled(int times) {
        Duration pause = config.look().multipliedBy(1L << Math.clamp(times, 0, MOST_DOUBLINGS));
        return pause.compareTo(config.longestPause()) > 0 ? config.longestPause() : pause;
    }

    private static Map<String, String> ratingKeys(List<JsonNode> items) {
        Map<String, String> keys = new HashMap<>();
        for (JsonNode item : items) {
            for (JsonNode media : item.path("Media")) {
                for (JsonNode part : media.path("Part")) {
                    keys.put(Shelf.comparable(part.path("file").asText("")), PlexShelves.ratingKey(item));
                }
            }
        }
        return keys;
    }

    /** The collection first: a crash in between finds the items in it. */
    private void shelve(Term term, Target target, UUID owner, List<Shelving> found) {
        List<String> keys = found.stream()
                .map(Shelving::ratingKey)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        await(leadership.require(term));
        await(collections.put(target, owner, keys));
        for (Shelving one : found) {
            String key = Objects.requireNonNull(one.ratingKey(), "found means known");
            String link = PlayLink.of(target.machine(), key);
            await(database.inTransaction(transaction -> store.shelved(transaction, one.downloadId(), key)
                    .chain(wanted -> wanted
                            ? events.publish(
                                    transaction, new DownloadShelved(one.downloadId(), owner, key, link, one.title()))
                            : Uni.createFrom().voidItem())));
        }
    }

    private static <T> T await(Uni<T> outcome) {
        return outcome.await().atMost(PATIENCE);
    }
}
