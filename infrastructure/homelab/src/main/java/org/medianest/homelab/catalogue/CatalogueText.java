package org.medianest.homelab.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads films.txt and series.txt, whose first lines say what stands where. */
final class CatalogueText {
    private static final int DAYS_BETWEEN_EPISODES = 7;

    private final LocalDate today;

    /** @param today from when dates such as {@code +33} count */
    CatalogueText(LocalDate today) {
        this.today = today;
    }

    List<Film> films() {
        return lines("films.txt").map(this::film).toList();
    }

    List<Series> series() {
        return lines("series.txt").map(this::series).toList();
    }

    private Film film(String[] cells) {
        Title.Facts facts = new Title.Facts(
                Integer.parseInt(cells[0]),
                cells[1],
                cells[2],
                original(cells[3], cells[2]),
                cells[4],
                date(cells[5]),
                cells[7],
                Double.parseDouble(cells[9]),
                Double.parseDouble(cells[10]),
                genres(TitleType.MOVIE, cells[8]),
                text(cells[11]),
                cells[12],
                cast(cells[13]));
        return new Film(facts, Integer.parseInt(cells[6]));
    }

    private Series series(String[] cells) {
        List<Season> seasons = parts(cells[15], ";").map(this::season).toList();
        LocalDate first = seasons.stream()
                .filter(season -> season.number() > 0)
                .findFirst()
                .orElseThrow()
                .airDate();
        Title.Facts facts = new Title.Facts(
                Integer.parseInt(cells[0]),
                cells[2],
                cells[3],
                original(cells[4], cells[3]),
                cells[5],
                first,
                cells[8],
                Double.parseDouble(cells[10]),
                Double.parseDouble(cells[11]),
                genres(TitleType.SERIES, cells[9]),
                text(cells[12]),
                cells[13],
                cast(cells[14]));
        return new Series(
                facts, Integer.parseInt(cells[1]), Integer.parseInt(cells[6]), cells[7].equals("ended"), seasons);
    }

    private Season season(String text) {
        String[] cells = text.split(":", -1);
        LocalDate first = date(cells[1]);
        List<Episode> episodes = IntStream.rangeClosed(1, Integer.parseInt(cells[2]))
                .mapToObj(number -> new Episode(
                        number, "Episode " + number, first.plusDays((long) DAYS_BETWEEN_EPISODES * (number - 1))))
                .toList();
        return new Season(Integer.parseInt(cells[0]), first, episodes);
    }

    private LocalDate date(String text) {
        return text.startsWith("+") || text.startsWith("-")
                ? today.plusDays(Integer.parseInt(text))
                : LocalDate.parse(text);
    }

    private static List<Genre> genres(TitleType type, String text) {
        return parts(text, ",").map(name -> Genres.named(type, name)).toList();
    }

    private static List<CastMember> cast(String text) {
        return parts(text(text), ";")
                .map(part -> part.split("=", 2))
                .map(part -> new CastMember(part[0], part[1]))
                .toList();
    }

    private static String original(String text, String title) {
        return text.equals("-") ? title : text;
    }

    private static String text(String text) {
        return text.equals("-") ? "" : text;
    }

    private static Stream<String> parts(String text, String by) {
        return Arrays.stream(text.split(by, -1)).map(String::strip).filter(part -> !part.isEmpty());
    }

    private static Stream<String[]> lines(String resource) {
        try (InputStream stream = Objects.requireNonNull(CatalogueText.class.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().filter(line -> !line.startsWith("#")).toList().stream()
                    .map(line -> Arrays.stream(line.split("\\|", -1))
                            .map(String::strip)
                            .toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
