package org.medianest.compose.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.compose.testing.OperatorPages;

/** What docs/operations tells an operator to ask Redis is answered. */
class PagesTest {
    private static final Pattern ASKED = Pattern.compile("redis-cli --user (\\w+) --askpass ([^|]+)");

    @TempDir
    Path folder;

    @Test
    void everyCommandIsAnswered() throws IOException {
        List<MatchResult> asked = OperatorPages.commands()
                .flatMap(told -> ASKED.matcher(told.text()).results())
                .toList();

        assertThat(OperatorPages.commands().filter(told -> told.text().contains("redis-cli")))
                .hasSameSizeAs(asked);
        try (OurRedis redis = new OurRedis(folder)) {
            redis.as("admin").send("XADD", "events:auth", "*", "event", "{}");

            assertThat(asked)
                    .isNotEmpty()
                    .allSatisfy(command -> assertThatCode(() -> redis.as(command.group(1))
                                    .send(command.group(2).strip().split(" ")))
                            .as(command.group())
                            .doesNotThrowAnyException());
        }
    }
}
