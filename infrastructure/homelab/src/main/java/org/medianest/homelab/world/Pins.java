package org.medianest.homelab.world;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The attempts to sign in with Plex that have not expired. Thread safe. */
public final class Pins {
    private static final Duration STRONG_LIFE = Duration.ofSeconds(1800);
    private static final Duration LINK_LIFE = Duration.ofSeconds(900);
    private static final int STRONG_LENGTH = 25;
    private static final int LINK_LENGTH = 4;
    private static final String STRONG_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    /** Without those that people mix up. */
    private static final String LINK_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final long FIRST_ID = 564_964_751;

    private final Map<Long, Pin> pins = new LinkedHashMap<>();
    private final RandomGenerator random = new SecureRandom();
    private final HomelabClock clock;
    private final People people;
    private long nextId = FIRST_ID;

    Pins(HomelabClock clock, People people) {
        this.clock = clock;
        this.people = people;
    }

    public synchronized Pin start(String clientIdentifier, String product, boolean strong) {
        String code = strong ? code(STRONG_LETTERS, STRONG_LENGTH) : unusedLinkCode();
        Pin pin = new Pin(
                nextId++,
                code,
                clientIdentifier,
                product,
                strong,
                clock.now(),
                clock.now().plus(strong ? STRONG_LIFE : LINK_LIFE),
                null);
        pins.put(pin.id(), pin);
        return pin;
    }

    public synchronized Optional<Pin> find(long id) {
        dropExpired();
        return Optional.ofNullable(pins.get(id));
    }

    /** Link codes are found however they are written. */
    public synchronized Optional<Pin> withCode(String code) {
        dropExpired();
        return pins.values().stream()
                .filter(pin ->
                        pin.strong() ? pin.code().equals(code) : pin.code().equalsIgnoreCase(code.strip()))
                .findFirst();
    }

    /**
     * Somebody signs in, as on the page of Plex.
     *
     * @param name see {@link Person#name}
     * @return whether there is such a code and nobody has claimed it yet
     */
    public synchronized boolean claim(String code, String name) {
        Optional<Person> person = people.named(name);
        Optional<Pin> pin = withCode(code).filter(found -> found.authToken() == null);
        if (person.isEmpty() || pin.isEmpty()) {
            return false;
        }
        pins.put(pin.get().id(), pin.get().claimedBy(person.get().token()));
        return true;
    }

    synchronized void reset() {
        pins.clear();
    }

    private void dropExpired() {
        pins.values().removeIf(pin -> !pin.expiresAt().isAfter(clock.now()));
    }

    private String unusedLinkCode() {
        String code = code(LINK_LETTERS, LINK_LENGTH);
        while (withCode(code).isPresent()) {
            code = code(LINK_LETTERS, LINK_LENGTH);
        }
        return code;
    }

    private String code(String letters, int length) {
        return random.ints(length, 0, letters.length())
                .mapToObj(index -> letters.substring(index, index + 1))
                .collect(Collectors.joining());
    }
}
