package org.medianest.homelab.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Where titles can be watched. Names and numbers are those of TMDB; who shows which of the titles is our own arrangement. What is
 * still to come is shown nowhere.
 */
public enum Provider {
    TUBI(73, "Tubi TV", Kind.ADS, title -> title.facts().vote() < 7.6),
    KANOPY(191, "Kanopy", Kind.FREE, title -> title.facts().vote() >= 7.0),
    CRITERION(258, "Criterion Channel", Kind.FLATRATE, title -> title.facts().vote() >= 7.8),
    SHUDDER(99, "Shudder", Kind.FLATRATE, title -> has(title, "Horror")),
    PLEX(538, "Plex", Kind.ADS, title -> has(title, "Comedy") || has(title, "Western")),
    FANDOR(25, "Fandor", Kind.FLATRATE, title -> title.year() < 1930);

    /** What one pays with, as TMDB calls it. */
    public enum Kind {
        FLATRATE,
        FREE,
        ADS
    }

    private static final Set<String> REGIONS = Set.of("US", "CA", "GB", "IE", "DE", "AT", "CH", "FR", "BE", "AU");

    private final int id;
    private final String label;
    private final Kind kind;
    private final Predicate<Title> taste;

    Provider(int id, String label, Kind kind, Predicate<Title> taste) {
        this.id = id;
        this.label = label;
        this.kind = kind;
        this.taste = taste;
    }

    public int id() {
        return id;
    }

    public String label() {
        return label;
    }

    public Kind kind() {
        return kind;
    }

    public static Set<String> regions() {
        return REGIONS;
    }

    /** All of a region, or all that there are when it is not said which; none where none of them is. */
    public static List<Provider> in(Optional<String> region) {
        return region.filter(name -> !REGIONS.contains(name)).isPresent() ? List.of() : List.of(values());
    }

    /** @param isOut whether it has been released */
    public static List<Provider> of(Title title, boolean isOut) {
        return Arrays.stream(values())
                .filter(provider -> isOut && provider.taste.test(title))
                .toList();
    }

    private static boolean has(Title title, String genre) {
        return title.facts().genres().stream().anyMatch(one -> one.name().equals(genre));
    }
}
