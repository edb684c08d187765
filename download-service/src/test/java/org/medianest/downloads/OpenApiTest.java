package org.medianest.downloads;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.medianest.downloads.testing.QueueOnly;
import org.medianest.downloads.testing.ServiceTest;

/** The document that others generate their code from is the one that this code gives. */
@QuarkusTest
@TestProfile(QueueOnly.class)
class OpenApiTest extends ServiceTest {
    private static final Path GIVEN = Path.of("target/openapi/openapi.yaml");
    private static final Path CHECKED_IN = Path.of("../docs/openapi/download-service.yaml");

    @Test
    void checkedInDocumentIsUpToDate() throws IOException {
        assertThat(Files.exists(CHECKED_IN) ? Files.readString(CHECKED_IN) : "")
                .as(
                        "The API has changed. If that is meant: cp download-service/target/openapi/openapi.yaml docs/openapi/download-service.yaml")
                .isEqualTo(Files.readString(GIVEN));
    }
}
