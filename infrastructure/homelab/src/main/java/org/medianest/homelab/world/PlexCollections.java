package org.medianest.homelab.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The collections of the library. Thread safe. */
public final class PlexCollections {
    private final Map<Integer, PlexCollection> collections = new LinkedHashMap<>();
    private final Library library;
    private final IntSupplier keys;

    PlexCollections(Library library, IntSupplier keys) {
        this.library = library;
        this.keys = keys;
    }

    public List<PlexCollection> in(Section section) {
        synchronized (library) {
            return collections.values().stream()
                    .filter(collection -> collection.section() == section.key())
                    .toList();
        }
    }

    public Optional<PlexCollection> find(int ratingKey) {
        synchronized (library) {
            return Optional.ofNullable(collections.get(ratingKey));
        }
    }

    /** Items that are there, in the collection's order. */
    public List<Item> items(PlexCollection collection) {
        return collection.members().stream()
                .flatMap(key -> library.item(key).stream())
                .toList();
    }

    public PlexCollection create(Section section, String title, List<Integer> members) {
        synchronized (library) {
            PlexCollection collection = new PlexCollection(keys.getAsInt(), section.key(), title, "", members);
            collections.put(collection.ratingKey(), collection);
            return collection;
        }
    }

    public void delete(int ratingKey) {
        synchronized (library) {
            collections.remove(ratingKey);
        }
    }

    public void add(int ratingKey, List<Integer> more) {
        changeMembers(ratingKey, members -> {
            List<Integer> all = new ArrayList<>(members);
            more.stream().filter(key -> !all.contains(key)).forEach(all::add);
            return all;
        });
    }

    /** A collection without items is gone, as in Plex. */
    public void remove(int ratingKey, int member) {
        changeMembers(
                ratingKey,
                members -> members.stream().filter(key -> key != member).toList());
        find(ratingKey).filter(collection -> collection.members().isEmpty()).ifPresent(collection -> delete(ratingKey));
    }

    /** @param after the item to stand behind, or 0 for the first place */
    public void move(int ratingKey, int member, int after) {
        changeMembers(ratingKey, members -> {
            List<Integer> all = new ArrayList<>(members);
            if (all.remove((Integer) member)) {
                all.add(all.indexOf(after) + 1, member);
            }
            return all;
        });
    }

    /** What is null stays as it is. */
    public void edit(int ratingKey, @Nullable String title, @Nullable String summary) {
        change(
                ratingKey,
                old -> new PlexCollection(
                        old.ratingKey(),
                        old.section(),
                        title == null ? old.title() : title,
                        summary == null ? old.summary() : summary,
                        old.members()));
    }

    void reset() {
        collections.clear();
    }

    private void changeMembers(int ratingKey, UnaryOperator<List<Integer>> change) {
        change(
                ratingKey,
                old -> new PlexCollection(
                        old.ratingKey(), old.section(), old.title(), old.summary(), change.apply(old.members())));
    }

    private void change(int ratingKey, UnaryOperator<PlexCollection> change) {
        synchronized (library) {
            collections.computeIfPresent(ratingKey, (key, old) -> change.apply(old));
        }
    }
}
