package org.medianest.media.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class StageJsonTest {
    static final List<Stage> STAGES = List.of(
            new Stage.Approved(),
            new Stage.WaitingForRelease(null),
            new Stage.WaitingForRelease(LocalDate.of(2030, 1, 2)),
            new Stage.Searching(),
            new Stage.Downloading(12.5, null),
            new Stage.Downloading(100, 0L),
            new Stage.NeedsAttention("It is stuck."),
            new Stage.Imported(),
            new Stage.Declined("No."));

    @ParameterizedTest
    @FieldSource("STAGES")
    void stageIsReadAsItWasWritten(Stage stage) {
        String column = StageJson.write(stage).encode();

        assertThat(StageJson.read(new JsonObject(column))).isEqualTo(stage);
    }
}
