package org.medianest.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.medianest.local.place.Part;

class JavaCommandTest {
    private static final Path JAVA = Path.of("/usr/bin/java");

    @TempDir
    Path application;

    @Test
    void everyServiceHasAHeapThatFitsASmallMachine() {
        for (Part service : Part.services()) {
            assertThat(new JavaCommand(JAVA).of(service, application))
                    .as(service.title())
                    .anyMatch(word -> word.matches("-Xmx[4-6]\\dm"))
                    .endsWith("-jar", "quarkus-run.jar");
        }
    }

    @Test
    void cacheIsUsedWhereThereIsOne() throws IOException {
        assertThat(new JavaCommand(JAVA).of(Part.AUTH, application)).noneMatch(word -> word.contains("AOT"));

        Files.createFile(application.resolve("app.aot"));

        assertThat(new JavaCommand(JAVA).of(Part.AUTH, application)).contains("-XX:AOTCache=app.aot");
    }

    @Test
    void trainingWritesAnotherCacheAndDoesNotReadTheOldOne() throws IOException {
        Files.createFile(application.resolve("app.aot"));

        assertThat(new JavaCommand(JAVA, true).of(Part.AUTH, application))
                .contains("-XX:AOTCacheOutput=trained.aot")
                .doesNotContain("-XX:AOTCache=app.aot");
    }
}
