package org.medianest.media;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.medianest.commons.testing.OpenApiDocument;
import org.medianest.media.testing.MediaServiceTest;

@MediaServiceTest
class OpenApiTest {
    @Test
    void documentIsCheckedIn() throws IOException {
        OpenApiDocument.assertCheckedIn("media-request-service");
    }
}
