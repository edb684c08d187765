package org.medianest.local.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {
    @TempDir
    Path temporary;

    @Test
    void removalDoesNotFollowLinks() throws IOException {
        Path precious = Files.writeString(
                Files.createDirectory(temporary.resolve("films")).resolve("film.mkv"), "film");
        Path folder = Files.createDirectories(temporary.resolve("data/library"));
        Files.createSymbolicLink(folder.resolve("films"), precious.getParent());

        Folders.remove(temporary.resolve("data"));

        assertThat(temporary.resolve("data")).doesNotExist();
        assertThat(precious).exists();
    }

    @Test
    void whatIsNotThereIsRemovedAlready() throws IOException {
        Folders.remove(temporary.resolve("nothing"));

        assertThat(temporary).isEmptyDirectory();
    }
}
