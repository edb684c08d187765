package org.medianest.commons.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document under {@code docs} that is made from the code and checked in, so that a change of what others rely on is seen in the
 * review and breaks the build, not the reader.
 */
public final class CheckedInDocument {
    /** Run the tests with it to take the code's word: {@code -Dmedianest.docs.update=true}. */
    private static final String UPDATE = "medianest.docs.update";

    private CheckedInDocument() {}

    /**
     * Compares a document with what the code of a module makes of it now.
     *
     * @param name below {@code docs}
     */
    public static void assertCurrent(String name, String module, String made) throws IOException {
        Path checkedIn = Path.of("..", "docs").resolve(name);
        if (Boolean.getBoolean(UPDATE)) {
            Files.writeString(checkedIn, made);
        }
        assertThat(checkedIn)
                .as(
                        "docs/%s is not what the code says; update it with ./mvnw -pl %s -am test -D%s=true",
                        name, module, UPDATE)
                .exists()
                .hasContent(made);
    }
}
