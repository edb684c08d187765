package org.medianest.media.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.medianest.commons.testing.StateDiagram;
import org.medianest.media.catalogue.MediaType;
import org.medianest.media.catalogue.TitleId;

class RequestStateTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void readmeShowsTheseVeryStates() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String diagram = StateDiagram.of(RequestState.values(), RequestState::next, state -> !state.isOpen());

        assertThat(readme)
                .as("put this between ```mermaid and ``` in README.md:\n" + diagram)
                .contains("```mermaid\n" + diagram + "```");
    }

    @ParameterizedTest
    @CsvSource({
        "PENDING, PROCESSING",
        "PENDING, PARTIALLY_AVAILABLE",
        "PENDING, FAILED",
        "APPROVED, PENDING",
        "PROCESSING, PENDING",
        "PARTIALLY_AVAILABLE, PROCESSING",
        "FAILED, PENDING",
        "FAILED, DECLINED",
        "AVAILABLE, CANCELLED",
        "DECLINED, APPROVED",
        "CANCELLED, APPROVED"
    })
    void illegalStepChangesNothing(RequestState from, RequestState to) {
        MediaRequest request = request();
        request.state = from;

        assertThatThrownBy(() -> request.become(to, "why", NOW.plusSeconds(1)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(request.state).isEqualTo(from);
        assertThat(request.reason).isNull();
        assertThat(request.updatedAt).isEqualTo(NOW);
    }

    @ParameterizedTest
    @EnumSource(RequestState.class)
    void noStateFollowsItself(RequestState state) {
        assertThat(state.canBecome(state)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(RequestState.class)
    void whatIsWaitedForCanArriveAndBeCancelled(RequestState state) {
        if (state.isOpen()) {
            assertThat(state.next()).contains(RequestState.AVAILABLE, RequestState.CANCELLED);
        }
    }

    @Test
    void whatIsNotOnItsWayHasNoProgress() {
        MediaRequest request = request();
        request.become(RequestState.APPROVED, null, NOW);
        request.become(RequestState.PROCESSING, null, NOW);
        request.at(TitleState.DOWNLOADING);
        request.percent = 42.0;

        request.become(RequestState.AVAILABLE, null, NOW);

        assertThat(request.stage).isNull();
        assertThat(request.percent).isNull();
    }

    private static MediaRequest request() {
        return new MediaRequest(
                UUID.randomUUID(), UUID.randomUUID(), "ada", new TitleId(MediaType.MOVIE, 603), "The Matrix", NOW);
    }
}
