package org.medianest.homelab.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medianest.homelab.catalogue.Catalogue;
import org.medianest.homelab.catalogue.Title;
import org.medianest.homelab.catalogue.TitleKey;
import org.medianest.homelab.catalogue.TitleType;

/** Makes items of files, as Plex's scanner and agents do. Guarded by the library. */
final class ItemMaker {
    private static final Pattern NAMED = Pattern.compile(".*/([^/]+) \\((\\d{4})\\)[^/]*");
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{2,4}$");
    private static final long FILM_SIZE = 4_200_000_000L;
    private static final long EPISODE_SIZE = 700_000_000L;

    private final Catalogue catalogue;
    private final Items items;

    ItemMaker(Catalogue catalogue, Items items) {
        this.catalogue = catalogue;
        this.items = items;
    }

    /** Everything that is new by this file, the show and the season included. */
    List<Item> make(Section section, MediaFile file, Instant at) {
        Optional<Title> title = section.isPersonal()
                ? Optional.empty()
                : file.title().flatMap(catalogue::find).or(() -> named(file));
        if (title.isEmpty()) {
            return List.of(unmatched(section, file, at));
        }
        return switch (title.get().key().type()) {
            case MOVIE -> List.of(film(section, title.get(), file, at));
            case SERIES -> episode(section, title.get(), file, at);
        };
    }

    MediaFile fileOf(TitleKey key, int season, int episode, Instant at) {
        Title title = catalogue.find(key).orElseThrow(() -> new IllegalArgumentException("No title " + key));
        String name = "%s (%d)"
                .formatted(title.title(), title.year())
                .replace("/", "-")
                .replace(":", " -");
        if (key.type() == TitleType.MOVIE) {
            String path = "%s/%s/%s.mkv".formatted(Library.MOVIES.location(), name, name);
            return new MediaFile(path, Optional.of(key), 0, 0, FILM_SIZE, at);
        }
        String path = "%s/%s/Season %02d/%s - S%02dE%02d.mkv"
                .formatted(Library.SHOWS.location(), name, season, title.title(), season, episode);
        return new MediaFile(path, Optional.of(key), season, episode, EPISODE_SIZE, at);
    }

    MediaFile grown(Section section, int tmdbId, Instant at) {
        TitleKey key = TitleKey.movie(tmdbId);
        int number = tmdbId - Library.GROWN_TMDB_ID + 1;
        int year = 1930 + number % 90;
        String name = "Feature " + number;
        MediaFile file = new MediaFile(
                "%s/%s (%d)/%s.mkv".formatted(section.location(), name, year, name),
                Optional.of(key),
                0,
                0,
                FILM_SIZE,
                at);
        List<String> guids = List.of("imdb://tt%07d".formatted(tmdbId), "tmdb://" + tmdbId);
        items.add(ratingKey -> new Item(
                ratingKey,
                ItemType.MOVIE,
                section.key(),
                name,
                year,
                Optional.of(key),
                Guids.plex(key),
                guids,
                0,
                0,
                Optional.of(file),
                at));
        return file;
    }

    /** As an agent of old times matched it: one guid of its own form, and no others. */
    void legacy(Section section, TitleKey key, String guid, Instant at) {
        Title title = catalogue.find(key).orElseThrow();
        items.add(ratingKey -> new Item(
                ratingKey,
                ItemType.MOVIE,
                section.key(),
                title.title(),
                title.year(),
                Optional.of(key),
                guid,
                List.of(),
                0,
                0,
                Optional.of(fileOf(key, 0, 0, at)),
                at));
    }

    private Item film(Section section, Title title, MediaFile file, Instant at) {
        return items.add(ratingKey -> new Item(
                ratingKey,
                ItemType.MOVIE,
                section.key(),
                title.title(),
                title.year(),
                Optional.of(title.key()),
                Guids.plex(title.key()),
                Guids.foreign(title),
                0,
                0,
                Optional.of(file),
                at));
    }

    private List<Item> episode(Section section, Title title, MediaFile file, Instant at) {
        List<Item> made = new ArrayList<>();
        Item show = items.first(item -> item.type() == ItemType.SHOW
                        && item.title().filter(title.key()::equals).isPresent())
                .orElseGet(() -> added(made, show(section, title, at)));
        Item season = items.children(show.ratingKey()).stream()
                .filter(item -> item.index() == file.season())
                .findFirst()
                .orElseGet(() -> added(made, season(show, title, file.season(), at)));
        added(
                made,
                items.add(ratingKey -> new Item(
                        ratingKey,
                        ItemType.EPISODE,
                        section.key(),
                        "Episode " + file.episode(),
                        title.year(),
                        Optional.of(title.key()),
                        "plex://episode/%s%02d%03d"
                                .formatted(Guids.key(title.key()).substring(5), file.season(), file.episode()),
                        List.of(),
                        season.ratingKey(),
                        file.episode(),
                        Optional.of(file),
                        at)));
        return made;
    }

    private Item show(Section section, Title title, Instant at) {
        return items.add(ratingKey -> new Item(
                ratingKey,
                ItemType.SHOW,
                section.key(),
                title.title(),
                title.year(),
                Optional.of(title.key()),
                Guids.plex(title.key()),
                Guids.foreign(title),
                0,
                1,
                Optional.empty(),
                at));
    }

    private Item season(Item show, Title title, int number, Instant at) {
        return items.add(ratingKey -> new Item(
                ratingKey,
                ItemType.SEASON,
                show.section(),
                number == 0 ? "Specials" : "Season " + number,
                null,
                Optional.of(title.key()),
                "plex://season/%s%02d".formatted(Guids.key(title.key()).substring(2), number),
                List.of(),
                show.ratingKey(),
                number,
                Optional.empty(),
                at));
    }

    private Item unmatched(Section section, MediaFile file, Instant at) {
        String fileName = file.path().substring(file.path().lastIndexOf('/') + 1);
        return items.add(ratingKey -> new Item(
                ratingKey,
                ItemType.MOVIE,
                section.key(),
                EXTENSION.matcher(fileName).replaceFirst(""),
                null,
                Optional.empty(),
                "local://" + ratingKey,
                List.of(),
                0,
                0,
                Optional.of(file),
                at));
    }

    /** A folder or file called {@code Title (Year)} is enough for Plex. */
    private Optional<Title> named(MediaFile file) {
        Matcher matcher = NAMED.matcher(file.path());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(matcher.group(2));
        return catalogue.search(matcher.group(1)).stream()
                .filter(title -> title.key().type() == TitleType.MOVIE && title.year() == year)
                .findFirst();
    }

    private static Item added(List<Item> made, Item item) {
        made.add(item);
        return item;
    }
}
