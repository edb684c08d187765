package org.medianest.media.shelving;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.medianest.media.fulfilment.PersonLookup;
import org.medianest.media.fulfilment.PersonLookup.Known;
import org.medianest.media.system.Connection;

/** Each person's downloads as a collection of Plex. What is in it already is not put there again. */
@ApplicationScoped
class Collections {
    private final PlexShelves plex;
    private final ShelvingStore store;
    private final PersonLookup people;

    Collections(PlexShelves plex, ShelvingStore store, PersonLookup people) {
        this.plex = plex;
        this.store = store;
        this.people = people;
    }

    /** Where items go, and what they are called there. */
    record Target(Connection plex, Shelf shelf, String machine) {}

    Uni<Void> put(Target target, UUID ownerId, List<String> ratingKeys) {
        return store.collection(ownerId, target.shelf().key())
                .chain(kept -> kept.map(key -> extend(target, key, ratingKeys))
                        .orElseGet(() -> Uni.createFrom().item(false)))
                .chain(done -> done ? Uni.createFrom().voidItem() : putByTitle(target, ownerId, ratingKeys));
    }

    /** One that was made and not written down is found by its title. */
    private Uni<Void> putByTitle(Target target, UUID ownerId, List<String> ratingKeys) {
        return title(ownerId)
                .chain(title -> plex.collection(target.plex(), target.shelf(), title)
                        .chain(found -> found.map(
                                        key -> extend(target, key, ratingKeys).replaceWith(key))
                                .orElseGet(() -> plex.create(
                                        target.plex(), target.shelf(), title, target.machine(), ratingKeys))))
                .chain(key -> store.keepCollection(ownerId, target.shelf().key(), key));
    }

    /** Whether the collection is there. */
    private Uni<Boolean> extend(Target target, String collection, List<String> ratingKeys) {
        return plex.children(target.plex(), collection)
                .chain(children -> children.map(there -> ratingKeys.stream()
                                .filter(key -> !there.contains(key))
                                .toList())
                        .map(missing -> missing.isEmpty()
                                ? Uni.createFrom().item(true)
                                : plex.add(target.plex(), collection, target.machine(), missing)
                                        .replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<String> title(UUID ownerId) {
        return people.find(ownerId)
                .map(Optional<Known>::stream)
                .map(found -> found.map(Known::name)
                        .map(name -> "MediaNest downloads of " + name)
                        .findFirst()
                        .orElse("MediaNest downloads"));
    }
}
