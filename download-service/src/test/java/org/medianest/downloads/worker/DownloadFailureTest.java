package org.medianest.downloads.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DownloadFailureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ERROR: [generic] None: Unable to download webpage: HTTP Error 403: Egress Denied (caused by x)|POLICY_BLOCKED",
                "ERROR: unable to download video data: HTTP Error 403: Egress Denied|POLICY_BLOCKED",
                "ERROR: [youtube] x: <urlopen error Tunnel connection failed: 403 Egress Denied>|POLICY_BLOCKED",
                "ERROR: No suitable extractor found for URL https://example.org|POLICY_BLOCKED",
                "ERROR: file:// URLs are disabled by default in yt-dlp for security reasons|POLICY_BLOCKED",
                "ERROR: [generic] '--version' is not a valid URL|POLICY_BLOCKED",
                "ERROR: unable to write data: [Errno 27] File too large|TOO_LARGE",
                "ERROR: unable to download video data: HTTP Error 403: Egress Limit Reached|TOO_LARGE",
                "ERROR: unable to write data: [Errno 28] No space left on device|DISK_FULL",
                "ERROR: unable to open for writing: [Errno 36] File name too long|NAME_TOO_LONG",
                "ERROR: [generic] None: Unable to download webpage: HTTP Error 429: Too Many Requests|RATE_LIMITED",
                "ERROR: [youtube] x: Video unavailable. The current session has been rate-limited by YouTube for up to an hour|RATE_LIMITED",
                "ERROR: [youtube] x: Sign in to confirm you’re not a bot. Use --cookies|BOT_CHECK",
                "ERROR: [youtube] x: Sign in to confirm your age. This video may be inappropriate|AGE_RESTRICTED",
                "ERROR: [youtube] x: Private video. Sign in if you've been granted access|PRIVATE",
                "ERROR: [youtube] x: Join this channel to get access to members-only content|MEMBERS_ONLY",
                "ERROR: [youtube] x: The uploader has not made this video available in your country|GEO_BLOCKED",
                "ERROR: [youtube] x: This live event will begin in 2 hours.|NOT_YET",
                "ERROR: [youtube] x: Premieres in 3 days|NOT_YET",
                "ERROR: [youtube] x: Video unavailable. This video contains content from X, who has blocked it on copyright grounds|COPYRIGHT",
                "ERROR: [youtube] x: This video is no longer available because the YouTube account associated has been terminated.|TERMINATED",
                "ERROR: [youtube] x: Video unavailable. This video has been removed by the uploader|REMOVED",
                "ERROR: [generic] None: Unable to download webpage: HTTP Error 404: Not Found|REMOVED",
                "ERROR: [generic] None: Unable to download webpage: HTTP Error 410: Gone|REMOVED",
                "ERROR: [x] This video is DRM protected|DRM",
                "ERROR: [youtube] x: The provided YouTube account cookies are no longer valid|COOKIES_STALE",
                "ERROR: [youtube] x: Requested format is not available. Use --list-formats|EXTRACTOR_OLD",
                "ERROR: [youtube] x: n challenge solving failed|EXTRACTOR_OLD",
                "ERROR: unable to download video data: HTTP Error 403: Forbidden|FORBIDDEN_DATA",
                "ERROR: fragment 3 not found, unable to continue|FORBIDDEN_DATA",
                "ERROR: [generic] None: Unable to download webpage: HTTP Error 503: Service Unavailable|NETWORK",
                "ERROR: [generic] None: Unable to download webpage: <urlopen error timed out>|NETWORK",
                "ERROR: [generic] None: Unable to download webpage: <urlopen error [Errno 111] Connection refused>|NETWORK",
                "ERROR: [generic] None: Unable to download webpage: <urlopen error [Errno -2] Name or service not known>|NETWORK",
                "ERROR: unable to download video data: <urlopen error Tunnel connection failed: 502 Connection refused>|NETWORK",
                "ERROR: Downloaded 311296 bytes, expected 30732770 bytes. Giving up after 3 retries|NETWORK",
                "ERROR: Postprocessing: Conversion failed!|POSTPROCESS",
                "ERROR: ffmpeg exited with code 1|POSTPROCESS",
                "ERROR: something new|UNKNOWN",
            })
    void errorLineHasItsMeaning(String line, DownloadFailure failure) {
        assertThat(DownloadFailure.of(line)).isEqualTo(failure);
    }

    @ParameterizedTest
    @EnumSource(DownloadFailure.class)
    void everyFailureIsASentenceForPeople(DownloadFailure failure) {
        assertThat(failure.sentence()).matches("[A-Z].{15,}\\.").doesNotContain("ERROR", "yt-dlp:", "null", "HTTP");
    }

    @Test
    void whatIsNeverTriedAgainIsNotOfferedToBe() {
        assertThat(DownloadFailure.REMOVED.told().retryable()).isFalse();
        assertThat(DownloadFailure.NETWORK.told().retryable()).isTrue();
        assertThat(DownloadFailure.DISK_FULL.told().retryable()).isTrue();
    }
}
