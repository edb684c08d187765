package org.medianest.downloads.egress;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.medianest.downloads.egress.LinkVerdict.Accepted;
import org.medianest.downloads.egress.LinkVerdict.NotOneVideo;

/** The many spellings of a YouTube link, rebuilt to the one of a video. */
final class YouTubeLinks {
    private static final Set<String> SITES = Set.of(
            "youtube.com",
            "www.youtube.com",
            "m.youtube.com",
            "music.youtube.com",
            "youtube-nocookie.com",
            "www.youtube-nocookie.com");
    private static final String SHORT = "youtu.be";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{11}");
    private static final Pattern IN_QUERY = Pattern.compile("(?:^|&)v=([^&]*)");
    private static final Pattern IN_PATH = Pattern.compile("/(?:shorts|live|embed|v)/([^/]*)/?");
    private static final Pattern IN_SHORT_PATH = Pattern.compile("/([^/]*)/?");

    private YouTubeLinks() {}

    static boolean isYouTube(String host) {
        return SITES.contains(host) || host.equals(SHORT);
    }

    static LinkVerdict judge(URI uri, String host) {
        return id(uri, host)
                .<LinkVerdict>map(id -> new Accepted(
                        new Link(URI.create("https://www.youtube.com/watch?v=" + id), "www.youtube.com", 443, true)))
                .orElseGet(() -> new NotOneVideo(
                        "This is not the link of one video. Playlists and channels cannot be downloaded yet: open the video"
                                + " that you want and copy its link."));
    }

    private static Optional<String> id(URI uri, String host) {
        String path = String.valueOf(uri.getRawPath());
        if (host.equals(SHORT)) {
            return group(IN_SHORT_PATH.matcher(path), true);
        }
        Optional<String> inPath = group(IN_PATH.matcher(path), true);
        return inPath.isPresent() || !path.equals("/watch") || uri.getRawQuery() == null
                ? inPath
                : group(IN_QUERY.matcher(uri.getRawQuery()), false);
    }

    private static Optional<String> group(Matcher matcher, boolean whole) {
        return (whole ? matcher.matches() : matcher.find())
                ? Optional.of(matcher.group(1)).filter(id -> ID.matcher(id).matches())
                : Optional.empty();
    }
}
