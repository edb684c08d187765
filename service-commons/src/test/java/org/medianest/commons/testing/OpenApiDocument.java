package org.medianest.commons.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The document of a service's API that is checked in. The web UI's types are made from it. */
public final class OpenApiDocument {
    private OpenApiDocument() {}

    /** Compares {@code docs/openapi/<service>.yaml} with what the build wrote to {@code target/openapi}. */
    public static void assertCheckedIn(String service) throws IOException {
        String built = Files.readString(Path.of("target", "openapi", "openapi.yaml"));
        CheckedInDocument.assertCurrent("openapi/" + service + ".yaml", service, built);
    }
}
