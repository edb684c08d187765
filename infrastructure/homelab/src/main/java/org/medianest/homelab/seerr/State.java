package org.medianest.homelab.seerr;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleKey;

/** All that Seerr keeps. Not thread safe: {@link Seerr} has the lock. */
final class State {
    private final Map<Integer, User> users = new TreeMap<>();
    private final Map<TitleKey, Media> media = new LinkedHashMap<>();
    private final Map<Integer, MediaRequest> requests = new TreeMap<>();
    private int lastUser;
    private int lastMedia;
    private int lastRequest;

    User addUser(@Nullable Long plexId, String name, @Nullable String email, int permissions, Instant now) {
        User user = new User(++lastUser, plexId, name, email, permissions, now);
        users.put(user.id(), user);
        return user;
    }

    List<User> users() {
        return List.copyOf(users.values());
    }

    Optional<User> user(int id) {
        return Optional.ofNullable(users.get(id));
    }

    Optional<User> userWithPlexId(long plexId) {
        return users.values().stream()
                .filter(user -> user.plexId() != null && user.plexId() == plexId)
                .findFirst();
    }

    List<Media> media() {
        return List.copyOf(media.values());
    }

    Optional<Media> media(TitleKey key) {
        return Optional.ofNullable(media.get(key));
    }

    Optional<Media> media(int id) {
        return media.values().stream().filter(one -> one.id() == id).findFirst();
    }

    Media mediaOf(Title title, MediaStatus otherwise, Instant now) {
        return media.computeIfAbsent(title.key(), key -> new Media(++lastMedia, title, otherwise, now));
    }

    void remove(Media one) {
        media.remove(one.title().key());
        requests.values().removeIf(request -> request.media() == one);
    }

    int nextRequest() {
        return ++lastRequest;
    }

    void add(MediaRequest request) {
        requests.put(request.id(), request);
    }

    void remove(MediaRequest request) {
        requests.remove(request.id());
    }

    List<MediaRequest> requests() {
        return List.copyOf(requests.values());
    }

    List<MediaRequest> requests(Media one) {
        List<MediaRequest> found = new ArrayList<>(requests.values());
        found.removeIf(request -> request.media() != one);
        return found;
    }

    Optional<MediaRequest> request(int id) {
        return Optional.ofNullable(requests.get(id));
    }

    void reset() {
        users.clear();
        media.clear();
        requests.clear();
        lastUser = 0;
        lastMedia = 0;
        lastRequest = 0;
    }
}
