package org.medianest.homelab.world;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.medianest.homelab.system.Keys;
import org.medianest.homelab.world.Person.Share;

/** Everybody around the household's Plex server. Thread safe. */
public final class People {
    private static final List<Person> HOUSEHOLD = List.of(
            Person.of(1001, "olga", "Olga", Share.OWNER, Keys.PLEX_OWNER),
            Person.of(1002, "ben", "Ben", Share.ACCEPTED, "ben-token"),
            Person.of(1003, "carla", "Carla", Share.ACCEPTED, "carla-token"),
            Person.managed(1004, "Dev", "dev-token"),
            Person.of(1005, "eva", "Eva", Share.ACCEPTED, "eva-token"),
            Person.of(1006, "pending-pia", "Pia", Share.PENDING, "pending-pia-token"),
            Person.of(1007, "stranger-sam", "Sam", Share.OTHER_SERVER, "stranger-sam-token"),
            Person.of(1008, "frank", "Frank", Share.NONE, "frank-token"));

    private final Map<Long, Person> people = new LinkedHashMap<>();
    private final Set<String> expired = new HashSet<>();

    People() {
        reset();
    }

    synchronized void reset() {
        people.clear();
        expired.clear();
        HOUSEHOLD.forEach(person -> people.put(person.plexId(), person));
    }

    public synchronized List<Person> all() {
        return List.copyOf(people.values());
    }

    public Person owner() {
        return find(person -> person.share() == Share.OWNER).orElseThrow();
    }

    /** @param name see {@link Person#name} */
    public Optional<Person> named(String name) {
        return find(person -> person.name().equals(name));
    }

    public Optional<Person> withId(long plexId) {
        return find(person -> person.plexId() == plexId);
    }

    public Optional<Person> withToken(String token) {
        return find(person -> person.token().equals(token));
    }

    /** Whose token for the household's server this is, as long as it is shared with the person. */
    public Optional<Person> withServerToken(String token) {
        return find(person -> person.mayUseServer() && person.serverToken().equals(token));
    }

    public synchronized void add(Person person) {
        people.put(person.plexId(), person);
    }

    public void share(String name, Share share) {
        change(name, person -> person.withShare(share));
    }

    public synchronized void remove(String name) {
        named(name).ifPresent(person -> people.remove(person.plexId()));
    }

    /** Gives the person a new token; the old one opens nothing any more. */
    public void renewToken(String name) {
        change(name, person -> person.withToken(person.token() + "-renewed"));
    }

    /** The same, because the old one has come to its end: whoever is shown it can tell. */
    public synchronized void expireToken(String name) {
        named(name).ifPresent(person -> {
            expired.add(person.token());
            expired.add(person.serverToken());
        });
        renewToken(name);
    }

    public synchronized boolean isExpired(String token) {
        return expired.contains(token);
    }

    private synchronized void change(String name, UnaryOperator<Person> change) {
        Person person = named(name).orElseThrow(() -> new IllegalArgumentException("Nobody is named " + name));
        people.put(person.plexId(), change.apply(person));
    }

    private synchronized Optional<Person> find(Predicate<Person> which) {
        return people.values().stream().filter(which).findFirst();
    }
}
