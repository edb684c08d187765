package org.medianest.downloads.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryPolicyTest {
    private final RetryPolicy policy = new RetryPolicy(Duration.ofSeconds(10), Duration.ofMinutes(15), () -> 0.5);

    @Test
    void pausesDouble() {
        assertThat(IntStream.range(0, 6)
                        .mapToObj(failed -> policy.delayAfter(DownloadFailure.NETWORK, failed)
                                .orElseThrow()
                                .toSeconds()))
                .containsExactly(10L, 20L, 40L, 80L, 160L, 320L);
    }

    @Test
    void networkIsGivenUpAfterSixRetries() {
        assertThat(policy.delayAfter(DownloadFailure.NETWORK, 6)).isEmpty();
    }

    @Test
    void withdrawnLinksAreFetchedThreeTimes() {
        assertThat(policy.delayAfter(DownloadFailure.FORBIDDEN_DATA, 2)).isPresent();
        assertThat(policy.delayAfter(DownloadFailure.FORBIDDEN_DATA, 3)).isEmpty();
    }

    @Test
    void rateLimitIsWaitedForLong() {
        assertThat(IntStream.range(0, 4)
                        .mapToObj(failed -> policy.delayAfter(DownloadFailure.RATE_LIMITED, failed)
                                .orElseThrow()
                                .toMinutes()))
                .containsExactly(15L, 30L, 60L, 60L);
    }

    @ParameterizedTest
    @EnumSource(
            value = DownloadFailure.class,
            names = {
                "REMOVED",
                "PRIVATE",
                "DRM",
                "POLICY_BLOCKED",
                "TOO_LARGE",
                "COPYRIGHT",
                "BAD_FILE_TYPE",
                "NOT_ONE_VIDEO",
                "UNKNOWN",
                "DISK_FULL"
            })
    void permanentCauseIsNotTriedAgain(DownloadFailure failure) {
        assertThat(policy.delayAfter(failure, 0)).isEmpty();
    }

    @Test
    void chanceSpreadsThemByAFifth() {
        assertThat(delayWithChance(0)).isEqualTo(Duration.ofSeconds(8));
        assertThat(delayWithChance(1)).isEqualTo(Duration.ofSeconds(12));
    }

    private static Duration delayWithChance(double chance) {
        return new RetryPolicy(Duration.ofSeconds(10), Duration.ofMinutes(15), () -> chance)
                .delayAfter(DownloadFailure.NETWORK, 0)
                .orElseThrow();
    }
}
