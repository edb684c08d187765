package org.medianest.auth.notification.delivery;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.medianest.auth.notification.Language;
import org.medianest.auth.notification.News;

/** News in words, for ways that have no screen of ours to put them in. */
public final class Wording {
    private static final Pattern NOT_OF_A_LINE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final Pattern NOT_OF_A_TEXT = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]+");
    private static final int LONGEST_TITLE = 150;

    private static final Wording ENGLISH = new Wording(new English());
    private static final Wording GERMAN = new Wording(new German());
    private static final Wording FRENCH = new Wording(new French());

    private final Phrases phrases;

    private Wording(Phrases phrases) {
        this.phrases = phrases;
    }

    /** In the words of a language. */
    public static Wording in(Language language) {
        return switch (language) {
            case EN -> ENGLISH;
            case DE -> GERMAN;
            case FR -> FRENCH;
        };
    }

    /** All of it in one line. */
    public String headline(News news) {
        return phrases.headline(news.kind(), title(news));
    }

    /** What it has to do with who reads it. */
    public String sentence(News news) {
        return phrases.sentence(news.kind(), title(news));
    }

    /**
     * A whole mail.
     *
     * @param house its address
     */
    public String letter(News news, String name, String house) {
        String reason = reason(news)
                .map(words -> phrases.reason() + "\n" + words + "\n\n")
                .orElse("");
        return """
                %s

                %s

                %s%s%s

                --\s
                %s
                """.formatted(
                phrases.greeting(name), sentence(news), reason, house, path(news), phrases.choice(house + "/inbox"));
    }

    /** Why it is so, as somebody wrote it; it may have several lines. */
    public static Optional<String> reason(News news) {
        return Optional.ofNullable(news.reason())
                .map(reason -> NOT_OF_A_TEXT
                        .matcher(reason.replace("\r\n", "\n").replace('\r', '\n'))
                        .replaceAll(" ")
                        .strip())
                .filter(reason -> !reason.isEmpty());
    }

    /** Where to look at it, below the address of the house. */
    public static String path(News news) {
        return switch (news.link().type()) {
            case MOVIE -> "/title/movie/" + Objects.requireNonNull(news.link().tmdbId(), "films have a number");
            case SERIES -> "/title/series/" + Objects.requireNonNull(news.link().tmdbId(), "series have a number");
            case DOWNLOAD -> "/downloads";
        };
    }

    private String title(News news) {
        String title = news.title();
        String line = title == null
                ? ""
                : NOT_OF_A_LINE.matcher(title).replaceAll(" ").strip();
        if (line.isEmpty()) {
            return phrases.untitled();
        }
        int[] letters = line.codePoints().limit(LONGEST_TITLE + 1L).toArray();
        return phrases.quoted(letters.length > LONGEST_TITLE ? new String(letters, 0, LONGEST_TITLE) + "…" : line);
    }
}
