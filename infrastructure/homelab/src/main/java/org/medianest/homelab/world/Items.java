package org.medianest.homelab.world;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The items by their keys, their parents and their files. Guarded by the library. */
final class Items {
    private static final int FIRST_KEY = 101;

    private final Map<Integer, Item> byKey = new TreeMap<>();
    private final Map<Integer, List<Integer>> byParent = new HashMap<>();
    private final Map<String, Integer> byFile = new HashMap<>();
    private int nextKey = FIRST_KEY;

    /** Also for collections, which share the numbers. */
    int takeKey() {
        return nextKey++;
    }

    Item add(IntFunction<Item> make) {
        Item item = make.apply(takeKey());
        byKey.put(item.ratingKey(), item);
        if (item.parent() != 0) {
            byParent.computeIfAbsent(item.parent(), key -> new ArrayList<>()).add(item.ratingKey());
        }
        item.file().ifPresent(file -> byFile.put(file.path(), item.ratingKey()));
        return item;
    }

    /** Removes it with those below it, and the parents that are empty then; gives all that is gone. */
    List<Item> remove(int key) {
        List<Item> gone = new ArrayList<>();
        Item item = byKey.get(key);
        if (item == null) {
            return gone;
        }
        children(key).forEach(child -> gone.addAll(remove(child.ratingKey())));
        if (byKey.remove(key) != null) {
            gone.add(item);
        }
        byParent.remove(key);
        item.file().ifPresent(file -> byFile.remove(file.path()));
        List<Integer> siblings = byParent.getOrDefault(item.parent(), new ArrayList<>());
        siblings.remove((Integer) key);
        if (item.parent() != 0 && siblings.isEmpty()) {
            gone.addAll(remove(item.parent()));
        }
        return gone;
    }

    Optional<Item> find(int key) {
        return Optional.ofNullable(byKey.get(key));
    }

    Optional<Item> first(Predicate<Item> which) {
        return byKey.values().stream().filter(which).findFirst();
    }

    boolean hasFile(String path) {
        return byFile.containsKey(path);
    }

    Stream<Item> all() {
        return byKey.values().stream();
    }

    List<Item> children(int key) {
        return List.copyOf(byParent.getOrDefault(key, List.of())).stream()
                .flatMap(child -> find(child).stream())
                .toList();
    }

    void clear() {
        byKey.clear();
        byParent.clear();
        byFile.clear();
        nextKey = FIRST_KEY;
    }
}
