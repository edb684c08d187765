package org.medianest.homelab.artwork;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.medianest.homelab.catalogue.Catalogue;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.catalogue.TitleType;

/** The names of the pictures, such as {@code /movie19poster.jpg}, and the pictures behind them. */
public final class Pictures {
    private static final Pattern NAME =
            Pattern.compile("(movie|series|person)(\\d{1,9})(poster|backdrop|profile)\\.jpg");
    /** For this film TMDB has no pictures: that happens, and must be survived. */
    private static final TitleKey WITHOUT = TitleKey.movie(9761);

    private final Artwork artwork;
    private final Catalogue catalogue;

    public Pictures(Artwork artwork, Catalogue catalogue) {
        this.artwork = artwork;
        this.catalogue = catalogue;
    }

    public static @Nullable String poster(Title title) {
        return of(title, "poster");
    }

    public static @Nullable String backdrop(Title title) {
        return of(title, "backdrop");
    }

    public static String profile(String person) {
        return "/person%dprofile.jpg".formatted(personId(person));
    }

    public static int personId(String person) {
        return person.hashCode() & 0xffffff;
    }

    /** The picture with this name, drawn this wide. */
    public Optional<byte[]> find(String name, int width) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        int id = Integer.parseInt(parts.group(2));
        return switch (parts.group(1)) {
            case "movie" -> picture(new TitleKey(TitleType.MOVIE, id), parts.group(3), width);
            case "series" -> picture(new TitleKey(TitleType.SERIES, id), parts.group(3), width);
            default ->
                people().filter(person -> personId(person) == id)
                        .findFirst()
                        .map(person -> artwork.portrait(person, width));
        };
    }

    public Stream<String> people() {
        return catalogue.all().stream()
                .flatMap(title -> title.facts().cast().stream())
                .map(member -> member.name())
                .distinct();
    }

    private Optional<byte[]> picture(TitleKey key, String kind, int width) {
        return catalogue
                .find(key)
                .map(title -> kind.equals("poster") ? artwork.poster(title, width) : artwork.backdrop(title, width));
    }

    private static @Nullable String of(Title title, String kind) {
        if (title.key().equals(WITHOUT)) {
            return null;
        }
        String type = title.key().type() == TitleType.MOVIE ? "movie" : "series";
        return "/%s%d%s.jpg".formatted(type, title.tmdbId(), kind);
    }
}
