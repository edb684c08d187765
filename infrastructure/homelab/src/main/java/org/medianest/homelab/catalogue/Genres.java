package org.medianest.homelab.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** TMDB's genres with its numbers; films and series have lists of their own. */
public final class Genres {
    private static final List<Genre> BOTH = List.of(
            new Genre(16, "Animation"),
            new Genre(35, "Comedy"),
            new Genre(80, "Crime"),
            new Genre(99, "Documentary"),
            new Genre(18, "Drama"),
            new Genre(10751, "Family"),
            new Genre(9648, "Mystery"),
            new Genre(37, "Western"));
    private static final Map<String, Genre> MOVIE = named(
            new Genre(28, "Action"),
            new Genre(12, "Adventure"),
            new Genre(14, "Fantasy"),
            new Genre(36, "History"),
            new Genre(27, "Horror"),
            new Genre(10402, "Music"),
            new Genre(10749, "Romance"),
            new Genre(878, "Science Fiction"),
            new Genre(10770, "TV Movie"),
            new Genre(53, "Thriller"),
            new Genre(10752, "War"));
    private static final Map<String, Genre> SERIES = named(
            new Genre(10759, "Action & Adventure"),
            new Genre(10762, "Kids"),
            new Genre(10763, "News"),
            new Genre(10764, "Reality"),
            new Genre(10765, "Sci-Fi & Fantasy"),
            new Genre(10766, "Soap"),
            new Genre(10767, "Talk"),
            new Genre(10768, "War & Politics"));

    private Genres() {}

    public static List<Genre> of(TitleType type) {
        return List.copyOf(table(type).values());
    }

    static Genre named(TitleType type, String name) {
        Genre genre = table(type).get(name);
        if (genre == null) {
            throw new IllegalArgumentException("No genre of %s is called %s".formatted(type, name));
        }
        return genre;
    }

    private static Map<String, Genre> table(TitleType type) {
        return type == TitleType.MOVIE ? MOVIE : SERIES;
    }

    private static Map<String, Genre> named(Genre... own) {
        return Stream.concat(Stream.of(own), BOTH.stream())
                .collect(Collectors.toMap(Genre::name, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }
}
