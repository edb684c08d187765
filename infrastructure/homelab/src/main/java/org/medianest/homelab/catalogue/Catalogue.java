package org.medianest.homelab.catalogue;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All titles of the homelab. Titles, years and people are true, texts are our own. The TMDB numbers of films are those that we know by heart,
 * not looked up; those of series are our own, and so is everything about titles that are still to come.
 */
public final class Catalogue {
    private static final Comparator<Title> BEST_KNOWN_FIRST =
            Comparator.comparing((Title title) -> title.facts().popularity()).reversed();

    private final Map<TitleKey, Title> titles = new LinkedHashMap<>();

    /** @param today the day of the homelab's start: what is to come is counted from it */
    public Catalogue(LocalDate today) {
        CatalogueText text = new CatalogueText(today);
        Stream.concat(text.films().stream(), text.series().stream()).forEach(title -> titles.put(title.key(), title));
    }

    public Collection<Title> all() {
        return titles.values();
    }

    public List<Title> all(TitleType type) {
        return titles.values().stream()
                .filter(title -> title.key().type() == type)
                .toList();
    }

    public Optional<Title> find(TitleKey key) {
        return Optional.ofNullable(titles.get(key));
    }

    public Optional<Film> film(int tmdbId) {
        return find(TitleKey.movie(tmdbId)).map(Film.class::cast);
    }

    public Optional<Series> series(int tmdbId) {
        return find(TitleKey.series(tmdbId)).map(Series.class::cast);
    }

    public Optional<Series> seriesByTvdb(int tvdbId) {
        return all(TitleType.SERIES).stream()
                .map(Series.class::cast)
                .filter(series -> series.tvdbId() == tvdbId)
                .findFirst();
    }

    public Optional<Title> byImdb(String imdbId) {
        return titles.values().stream()
                .filter(title -> title.facts().imdbId().equals(imdbId))
                .findFirst();
    }

    /** Titles in which each word of the query begins a word, without regard to case and accents. */
    public List<Title> search(String query) {
        String[] words = fold(query).split(" ");
        return titles.values().stream()
                .filter(title ->
                        hasAll(title.title(), words) || hasAll(title.facts().originalTitle(), words))
                .sorted(BEST_KNOWN_FIRST)
                .toList();
    }

    private static boolean hasAll(String text, String[] words) {
        String folded = " " + fold(text);
        return Arrays.stream(words).allMatch(word -> folded.contains(" " + word));
    }

    /** Small letters without accents, single blanks between words. */
    public static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }
}
