package org.medianest.downloads.worker;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.medianest.downloads.job.Failure;

/**
 * Why a download fails: how yt-dlp words it, how we say it to people, and whether trying again can help.
 *
 * <p>The order is that of matching: the text of a rate limit, say, also contains that of a missing video.
 */
public enum DownloadFailure {
    POLICY_BLOCKED(
            "Egress Denied|No suitable extractor found|Unsupported URL|file:// URLs are|is not a valid URL",
            "This link is not on the list of what may be downloaded here.",
            Retry.NEVER),
    TOO_LARGE(
            "Errno 27\\b|File too large|Egress Limit Reached",
            "The file is larger than what may be downloaded here.",
            Retry.NEVER),
    DISK_FULL("Errno 28\\b|No space left on device", "There is not enough space left on the disk.", Retry.BY_HAND),
    NAME_TOO_LONG(
            "Errno 36\\b|File name too long",
            "Something went wrong on our side with the name of the file.",
            Retry.BY_HAND),
    RATE_LIMITED(
            "HTTP Error 429|rate-limited by YouTube|try again later",
            "The site asks us to slow down. The download goes on by itself after a while.",
            Retry.AFTER_RATE_LIMIT),
    BOT_CHECK(
            "Sign in to confirm you.re not a bot|captcha challenge",
            "The site wants proof that we are human. An admin has to refresh the cookies.",
            Retry.BY_HAND),
    AGE_RESTRICTED(
            "confirm your age|age-restricted",
            "The video is restricted by age, and we cannot sign in there.",
            Retry.NEVER),
    PRIVATE("Private video|This video is private", "The video is private.", Retry.NEVER),
    MEMBERS_ONLY("members-only|Join this channel", "The video is for members of the channel only.", Retry.NEVER),
    GEO_BLOCKED(
            "not made this video available in your country|geo.?restrict",
            "The video is not available in this country.",
            Retry.NEVER),
    NOT_YET(
            "live event will begin|Premieres in|is_upcoming|This live event has not started",
            "The video has not started yet. Try again once it is out.",
            Retry.BY_HAND),
    COPYRIGHT("copyright", "The video was taken down because of a copyright claim.", Retry.NEVER),
    TERMINATED(
            "account .* (has been )?terminated", "The video is gone: the account behind it was closed.", Retry.NEVER),
    REMOVED(
            "removed by the uploader|Video unavailable|HTTP Error (404|410)",
            "There is no video at this link, or no longer.",
            Retry.NEVER),
    DRM("\\bDRM\\b", "The video is protected against copying and cannot be downloaded.", Retry.NEVER),
    COOKIES_STALE(
            "cookies are no longer valid",
            "The cookies for this site have expired. An admin has to renew them.",
            Retry.BY_HAND),
    EXTRACTOR_OLD(
            "n challenge solving failed|Signature solving failed|Requested format is not available|Only images are available"
                    + "|No supported JavaScript runtime|SABR",
            "The site has changed and the downloader is too old for it. An admin has to update yt-dlp.",
            Retry.BY_HAND),
    FORBIDDEN_DATA(
            "unable to download video data: HTTP Error 403|fragment \\d+ not found",
            "The site has withdrawn its links to the data. We fetch new ones.",
            Retry.FRESH),
    NETWORK(
            "timed out|Name or service not known|Temporary failure in name resolution|Connection (refused|reset)|TransportError"
                    + "|HTTP Error 5\\d\\d|Tunnel connection failed: 50\\d|Giving up after|Remote end closed connection"
                    + "|IncompleteRead|Did not get any data blocks|bytes missing|more expected",
            "The site cannot be reached, or the connection breaks off.",
            Retry.BACK_OFF),
    BAD_FILE_TYPE("\\.unknown_video\\b", "What arrived is not a kind of file that is kept here.", Retry.NEVER),
    POSTPROCESS(
            "Postprocessing:|ffmpeg exited with code|Conversion failed",
            "The video arrived but could not be converted.",
            Retry.ONCE),

    // What yt-dlp does not say but we find out.
    LIVE(null, "This is a live stream. It can be downloaded once it has ended.", Retry.BY_HAND),
    NOT_ONE_VIDEO(
            null,
            "This link leads to a list and not to one video. Open the video that you want and copy its link.",
            Retry.NEVER),
    NO_VIDEO(null, "There is no video at this link.", Retry.NEVER),
    BROKEN_FILE(null, "What arrived is not a whole video.", Retry.ONCE),
    STALLED(null, "Nothing more arrived from the site.", Retry.BACK_OFF),
    PROCESS_DIED(null, "The downloader was stopped from outside.", Retry.BACK_OFF),
    TOOL_REFUSED(null, "The downloader does not understand us. An admin has to update yt-dlp.", Retry.BY_HAND),
    INTERNAL(null, "Something went wrong on our side.", Retry.ONCE),
    UNKNOWN(null, "The download failed, and the site gave no reason that we understand.", Retry.BY_HAND);

    /** What may be done about it. */
    enum Retry {
        /** Nothing helps. */
        NEVER(false, 0),
        /** Somebody must do something first; then asking again can help. */
        BY_HAND(true, 0),
        /** By itself, once. */
        ONCE(true, 1),
        /** By itself, in a new process that asks the site for new links. */
        FRESH(true, 3),
        /** By itself, with growing pauses. */
        BACK_OFF(true, 6),
        /** By itself, with long pauses. */
        AFTER_RATE_LIMIT(true, 4);

        private final boolean canHelp;
        private final int times;

        Retry(boolean canHelp, int times) {
            this.canHelp = canHelp;
            this.times = times;
        }

        int times() {
            return times;
        }
    }

    private final @Nullable Pattern words;
    private final String sentence;
    private final Retry retry;

    DownloadFailure(@Nullable String words, String sentence, Retry retry) {
        this.words = words == null ? null : Pattern.compile(words, CASE_INSENSITIVE);
        this.sentence = sentence;
        this.retry = retry;
    }

    /** The failure that an error line of yt-dlp means. */
    public static DownloadFailure of(String errorLine) {
        return Arrays.stream(values())
                .filter(failure -> failure.words != null
                        && failure.words.matcher(errorLine).find())
                .findFirst()
                .orElse(UNKNOWN);
    }

    public String sentence() {
        return sentence;
    }

    Retry retry() {
        return retry;
    }

    /** As the owner sees it. */
    public Failure told() {
        return new Failure(name(), sentence, retry.canHelp);
    }
}
