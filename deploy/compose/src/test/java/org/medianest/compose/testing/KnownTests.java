package org.medianest.compose.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tests by their names: those that there are, and those that a document refers to. */
public final class KnownTests {
    private static final Pattern NAMED = Pattern.compile("`(?:[a-z]+\\.)*([A-Z]\\w+Test)(?:\\.(\\w+))?`");
    private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(");
    private static final List<String> MODULES = List.of(
            "service-commons",
            "auth-service",
            "download-service",
            "gateway-service",
            "media-request-service",
            "deploy/local",
            "deploy/compose");

    private KnownTests() {}

    /** {@code TlsTest} and {@code TlsTest.http2IsSpoken}, of all modules. */
    public static Set<String> all() {
        Set<String> known = new TreeSet<>();
        MODULES.stream().flatMap(KnownTests::of).forEach(file -> {
            String name = file.getFileName().toString().replace(".java", "");
            known.add(name);
            METHOD.matcher(read(file)).results().forEach(method -> known.add(name + "." + method.group(1)));
        });
        return known;
    }

    /** All that a test says, of each. */
    public static List<String> texts() {
        return MODULES.stream().flatMap(KnownTests::of).map(KnownTests::read).toList();
    }

    /** Written between backticks, with or without a package, a class or one of its methods. */
    public static List<String> namedIn(String document) {
        return NAMED.matcher(document).results().map(KnownTests::name).toList();
    }

    private static String name(MatchResult named) {
        return named.group(2) == null ? named.group(1) : named.group(1) + "." + named.group(2);
    }

    private static Stream<Path> of(String module) {
        try (Stream<Path> files = Files.walk(Repository.file(module).resolve("src/test/java"))) {
            return files.filter(file -> file.toString().endsWith("Test.java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
