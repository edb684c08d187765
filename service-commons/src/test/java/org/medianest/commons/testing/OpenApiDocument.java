package org.medianest.commons.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The document of a service's API that is checked in, and what the service says of itself. The web UI's types are made from the
 * document, so a change of the API is seen in the review and breaks the build, not the user.
 */
public final class OpenApiDocument {
    /** Run the tests with it to take the service's word: {@code -Dmedianest.openapi.update=true}. */
    private static final String UPDATE = "medianest.openapi.update";

    private OpenApiDocument() {}

    /** Compares {@code docs/openapi/<service>.yaml} with what the build wrote to {@code target/openapi}. */
    public static void assertCheckedIn(String service) throws IOException {
        Path built = Path.of("target", "openapi", "openapi.yaml");
        Path checkedIn = Path.of("..", "docs", "openapi", service + ".yaml");
        if (Boolean.getBoolean(UPDATE)) {
            Files.copy(built, checkedIn, StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(checkedIn)
                .as(
                        "docs/openapi/%s.yaml is not what the service offers; update it with"
                                + " ./mvnw -pl %s -am test -D%s=true",
                        service, service, UPDATE)
                .exists()
                .hasSameTextualContentAs(built);
    }
}
