package org.medianest.homelab.tmdb;

import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.medianest.homelab.catalogue.Genre;
import org.medianest.homelab.catalogue.Provider;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleType;
import org.medianest.homelab.system.Query;

/** What {@code /discover} is asked for. */
final class Discovery {
    private static final Predicate<Title> ALL = title -> true;

    private final RoutingContext context;
    private final TitleType type;
    private final LocalDate today;

    Discovery(RoutingContext context, TitleType type, LocalDate today) {
        this.context = context;
        this.type = type;
        this.today = today;
    }

    Stream<Title> of(Stream<Title> titles) {
        boolean film = type == TitleType.MOVIE;
        String date = film ? "primary_release_date" : "first_air_date";
        return titles.filter(given("with_genres", Discovery::hasGenres))
                .filter(given(date + ".gte", day -> title -> day(title).compareTo(day) >= 0))
                .filter(given(date + ".lte", day -> title -> day(title).compareTo(day) <= 0))
                .filter(given(
                        film ? "primary_release_year" : "first_air_date_year",
                        year -> title -> Integer.toString(title.year()).equals(year)))
                .filter(given("vote_average.gte", this::averages))
                .filter(given("vote_count.gte", votes -> title -> TmdbJson.votes(title) >= Double.parseDouble(votes)))
                .filter(given("with_watch_providers", this::isShown))
                .sorted(order(Query.text(context, "sort_by", "popularity.desc")));
    }

    private Predicate<Title> given(String name, Function<String, Predicate<Title>> rule) {
        String value = Query.text(context, name, "");
        return value.isEmpty() ? ALL : rule.apply(value);
    }

    private Predicate<Title> averages(String atLeast) {
        return title -> title.facts().vote() >= Double.parseDouble(atLeast);
    }

    /** TMDB wants to know where: without a region nobody shows anything. */
    private Predicate<Title> isShown(String providers) {
        String region = Query.text(context, "watch_region", "");
        return any(
                providers,
                id -> title -> Provider.regions().contains(region)
                        && Provider.of(title, !title.released().isAfter(today)).stream()
                                .anyMatch(provider ->
                                        Integer.toString(provider.id()).equals(id)));
    }

    private static Predicate<Title> hasGenres(String genres) {
        return any(
                genres,
                id -> title -> title.facts().genres().stream()
                        .map(Genre::id)
                        .anyMatch(genre -> Integer.toString(genre).equals(id)));
    }

    /** A comma means all of them, a bar any. */
    private static Predicate<Title> any(String text, Function<String, Predicate<Title>> rule) {
        boolean or = text.contains("|");
        return Arrays.stream(text.split(or ? "\\|" : ","))
                .map(part -> rule.apply(part.strip()))
                .reduce(or ? Predicate::or : Predicate::and)
                .orElse(ALL);
    }

    private static String day(Title title) {
        return title.released().toString();
    }

    private static Comparator<Title> order(String text) {
        String by = text.replaceAll("\\.(asc|desc)$", "");
        Comparator<Title> ascending = switch (by) {
            case "vote_average", "vote_count" ->
                Comparator.comparing(title -> title.facts().vote());
            case "primary_release_date", "release_date", "first_air_date" -> Comparator.comparing(Title::released);
            case "title", "original_title", "name" -> Comparator.comparing(Title::title);
            default -> TitleList.POPULAR.reversed();
        };
        return text.endsWith(".asc") ? ascending : ascending.reversed();
    }
}
