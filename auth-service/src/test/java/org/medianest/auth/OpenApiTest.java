package org.medianest.auth;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.medianest.auth.testing.AuthServiceTest;
import org.medianest.commons.testing.OpenApiDocument;

@AuthServiceTest
class OpenApiTest {
    @Test
    void documentIsCheckedIn() throws IOException {
        OpenApiDocument.assertCheckedIn("auth-service");
    }
}
