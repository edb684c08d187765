package org.medianest.auth.notification.delivery;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.medianest.auth.notification.News;

/** News in words, for ways that have no screen of ours to put them in. */
public final class Wording {
    private static final Pattern NOT_OF_A_LINE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final Pattern NOT_OF_A_TEXT = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]+");
    private static final int LONGEST_TITLE = 150;

    private Wording() {}

    /** All of it in one line. */
    public static String headline(News news) {
        String title = title(news);
        return switch (news.kind()) {
            case REQUEST_DECLINED, FOLLOWED_DECLINED -> title + " was declined";
            case REQUEST_FAILED -> title + " could not be got";
            case REQUEST_AVAILABLE, FOLLOWED_AVAILABLE, DOWNLOAD_IN_PLEX -> title + " is in Plex";
        };
    }

    /** What it has to do with who reads it. */
    public static String sentence(News news) {
        String title = title(news);
        return switch (news.kind()) {
            case REQUEST_DECLINED -> "Your request for " + title + " was declined.";
            case REQUEST_AVAILABLE -> title + ", which you asked for, is in Plex.";
            case REQUEST_FAILED -> title + ", which you asked for, could not be got. It can be tried again.";
            case FOLLOWED_AVAILABLE -> title + ", which you follow, is in Plex.";
            case FOLLOWED_DECLINED -> title + ", which you follow, was declined.";
            case DOWNLOAD_IN_PLEX -> title + " is in Plex, in your collection.";
        };
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

    private static String title(News news) {
        String title = news.title();
        String line = title == null
                ? ""
                : NOT_OF_A_LINE.matcher(title).replaceAll(" ").strip();
        if (line.isEmpty()) {
            return "Your download";
        }
        int[] letters = line.codePoints().limit(LONGEST_TITLE + 1L).toArray();
        return letters.length > LONGEST_TITLE ? "“" + new String(letters, 0, LONGEST_TITLE) + "…”" : "“" + line + "”";
    }
}
