package org.medianest.compose.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.medianest.compose.testing.Repository;

/** Libraries read their switches when their classes are loaded, and in a native program that was when it was built. */
class NativeSettingsTest {
    private static final Pattern SWITCH = Pattern.compile("System\\.setProperty\\(\"([^\"]+)\", \"([^\"]+)\"\\)");

    @ParameterizedTest
    @ValueSource(strings = {"gateway-service", "auth-service", "media-request-service", "download-service"})
    void switchThatIsSetAtTheStartIsSetInTheBuildToo(String service) throws IOException {
        String arguments = arguments(service);

        assertThat(arguments).contains("-J-Dsun.net.inetaddr.ttl=1");
        assertThat(switches(service)).allMatch(arguments::contains);
    }

    /** The service's own, or what all have. */
    private static String arguments(String service) {
        return Stream.of(
                        service + "/src/main/resources/application.properties",
                        "service-commons/src/main/resources/META-INF/microprofile-config.properties")
                .flatMap(file -> Repository.text(file).lines())
                .filter(line -> line.startsWith("quarkus.native.additional-build-args="))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> switches(String service) throws IOException {
        try (Stream<Path> files = Files.walk(Repository.file(service + "/src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> SWITCH.matcher(Repository.text(
                                    Repository.file("").relativize(file).toString()))
                            .results())
                    .map(match -> "-J-D" + match.group(1) + "=" + match.group(2))
                    .toList();
        }
    }
}
