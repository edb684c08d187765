package org.medianest.compose.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.medianest.compose.testing.Dockerfile;
import org.medianest.compose.testing.Repository;
import org.medianest.local.place.Part;
import org.medianest.local.service.JavaCommand;

/** The JVM in a container is that of the local launcher, whose memory and start are measured. */
class JavaOptionsTest {
    static Stream<Part> services() {
        return Part.services().stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void containersRunTheJavaOfTheLauncher(Part service, @TempDir Path application) throws Exception {
        Files.createFile(application.resolve(JavaCommand.CACHE));
        List<String> launcher = new JavaCommand(Path.of("java")).of(service, application);

        List<String> options = Repository.text(service.title() + "/src/main/docker/java.options")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
        List<String> container =
                Dockerfile.read(service.title() + "/src/main/docker/Dockerfile.jvm").last("ENTRYPOINT").exec().stream()
                        .flatMap(word -> word.equals("@java.options") ? options.stream() : Stream.of(word))
                        .toList();

        assertThat(container).containsExactlyElementsOf(launcher);
    }
}
