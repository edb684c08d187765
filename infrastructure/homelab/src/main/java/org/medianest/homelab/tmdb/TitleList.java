package org.medianest.homelab.tmdb;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.medianest.homelab.catalogue.Catalogue;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleType;

/** Which titles stand in a list, and in which order. */
final class TitleList {
    static final Comparator<Title> POPULAR =
            Comparator.comparing((Title title) -> title.facts().popularity()).reversed();

    private final Catalogue catalogue;

    TitleList(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    List<Title> popular(TitleType type) {
        return catalogue.all(type).stream().sorted(POPULAR).toList();
    }

    /** Not the same each day: what is trending moves on by a few places. */
    List<Title> trending(String type, LocalDate today) {
        return catalogue.all().stream()
                .filter(title -> type.equals("all") || title.key().type() == type(type))
                .sorted(Comparator.comparingDouble(
                        (Title title) -> -title.facts().popularity()
                                - Math.floorMod(title.title().hashCode() * 31L + today.toEpochDay() * 17, 12)))
                .toList();
    }

    List<Title> upcoming(TitleType type, LocalDate today) {
        return catalogue.all(type).stream()
                .filter(title -> title.released().isAfter(today))
                .sorted(Comparator.comparing(Title::released))
                .toList();
    }

    static TitleType type(String tmdb) {
        return tmdb.equals("movie") ? TitleType.MOVIE : TitleType.SERIES;
    }

    static <T> Stream<T> page(List<T> all, int page, int size) {
        return all.stream().skip((long) (page - 1) * size).limit(size);
    }
}
