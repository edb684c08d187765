package org.medianest.homelab.tmdb;

import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.medianest.homelab.catalogue.Catalogue;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.homelab.system.Query;

/** Which titles stand in a list, and in which order. */
final class TitleList {
    private static final Comparator<Title> POPULAR =
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

    List<Title> discover(TitleType type, RoutingContext context) {
        String date = type == TitleType.MOVIE ? "primary_release_date" : "first_air_date";
        return catalogue.all(type).stream()
                .filter(hasGenres(Query.text(context, "with_genres", "")))
                .filter(since(Query.text(context, date + ".gte", "")))
                .filter(until(Query.text(context, date + ".lte", "")))
                .sorted(order(Query.text(context, "sort_by", "popularity.desc")))
                .toList();
    }

    static TitleType type(String tmdb) {
        return tmdb.equals("movie") ? TitleType.MOVIE : TitleType.SERIES;
    }

    /** A comma means all of them, a bar any. */
    private static Predicate<Title> hasGenres(String text) {
        if (text.isEmpty()) {
            return title -> true;
        }
        if (text.contains("|")) {
            return title -> Arrays.stream(text.split("\\|")).anyMatch(id -> has(title, id));
        }
        return title -> Arrays.stream(text.split(",")).allMatch(id -> has(title, id));
    }

    private static boolean has(Title title, String id) {
        return title.facts().genres().stream()
                .anyMatch(genre -> Integer.toString(genre.id()).equals(id.strip()));
    }

    private static Predicate<Title> since(String day) {
        return title -> day.isEmpty() || title.released().toString().compareTo(day) >= 0;
    }

    private static Predicate<Title> until(String day) {
        return title -> day.isEmpty() || title.released().toString().compareTo(day) <= 0;
    }

    private static Comparator<Title> order(String text) {
        String by = text.replaceAll("\\.(asc|desc)$", "");
        Comparator<Title> ascending = switch (by) {
            case "vote_average", "vote_count" ->
                Comparator.comparing(title -> title.facts().vote());
            case "primary_release_date", "release_date", "first_air_date" -> Comparator.comparing(Title::released);
            case "title", "original_title", "name" -> Comparator.comparing(Title::title);
            default -> POPULAR.reversed();
        };
        return text.endsWith(".asc") ? ascending : ascending.reversed();
    }

    static <T> Stream<T> page(List<T> all, int page, int size) {
        return all.stream().skip((long) (page - 1) * size).limit(size);
    }
}
