package org.medianest.local.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.local.place.Layout;
import org.medianest.local.place.Part;
import org.medianest.local.testing.FakeService;
import org.medianest.local.testing.Launcher;

class TrainTest {
    @TempDir
    Path temporary;

    /** The visit to these stand-ins ends at once; what their JVMs loaded until then is kept all the same. */
    @Test
    void everyServiceKeepsWhatItLearnedAndNothingElseStays() throws IOException, InterruptedException {
        java.nio.file.Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        Layout layout = new Layout(temporary, temporary.resolve(".medianest"));
        FakeService.install(layout);

        try (Launcher train = new Launcher("train", "--root", temporary.toString())) {
            int code = train.awaitEnd(Duration.ofMinutes(3));

            assertThat(code).as(train.said()).isZero();
            assertThat(train.said()).contains("have learned to start");
        }
        for (Part service : Part.services()) {
            assertThat(layout.application(service).toFile().list())
                    .containsExactlyInAnyOrderElementsOf(List.of("app.aot", "quarkus-run.jar"));
        }
        assertThat(layout.data()).isEmptyDirectory();
    }
}
