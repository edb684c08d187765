package org.medianest.commons.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who may do what, over all that the document of the service under test lists. Operations are written as {@code GET /api/v1/things/{id}}.
 *
 * @param forAnybody strangers too
 * @param forTheSignedIn whoever they are
 * @param forHolders of any of some permissions
 * @param forSystems that bring a secret of their own, and no token
 * @param places what stands for parts of paths, {@code {name}} mostly, where no random UUID can; longer ones first
 */
public record RouteMatrix(
        Set<String> forAnybody,
        Set<String> forTheSignedIn,
        Map<Set<String>, Set<String>> forHolders,
        Set<String> forSystems,
        Map<String, String> places) {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    /** All that somebody has thought of. */
    Set<String> known() {
        Set<String> known = new TreeSet<>(forAnybody);
        known.addAll(forTheSignedIn);
        known.addAll(forSystems);
        forHolders.values().forEach(known::addAll);
        return known;
    }

    /** Whatever is wrong with a token, no operation takes it. */
    public void assertForgedTokensOpenNothing() throws IOException {
        try (ForgedTokens forged = new ForgedTokens()) {
            for (String token : forged.all().values()) {
                assertTokenOpensNothing(token);
            }

            assertThat(forged.hasSentSomebodyElsewhere()).isFalse();
        }
    }

    private void assertTokenOpensNothing(String token) throws IOException {
        for (String operation : operations()) {
            if (!forSystems.contains(operation)) {
                assertThat(ask(as(token), operation)).as(operation).isEqualTo(401);
            }
        }
    }

    /** What is another's answers as what is not there: nobody learns which ids there are. */
    public void assertIsHiddenFromOthers(String prefix, String id, String token) throws IOException {
        Set<String> theirs = operations().stream()
                .filter(operation -> operation.contains(" " + prefix + "/{id}"))
                .collect(Collectors.toSet());

        assertThat(theirs).isNotEmpty();
        for (String operation : theirs) {
            int absent = ask(as(token), operation);
            assertThat(absent).as(operation).isIn(403, 404);
            assertThat(ask(as(token), operation.replace("{id}", id)))
                    .as(operation)
                    .isEqualTo(absent);
        }
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    /** About something that is not there, with a body that says nothing. */
    int ask(RequestSpecification request, String operation) {
        String method = operation.substring(0, operation.indexOf(' '));
        String path = operation.substring(method.length() + 1);
        List<String> longestFirst = places.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        for (String place : longestFirst) {
            path = path.replace(place, places.getOrDefault(place, place));
        }
        path = path.replace("{id}", UUID.randomUUID().toString());
        RequestSpecification whole = method.equals("GET") || method.equals("DELETE")
                ? request
                : request.contentType(ContentType.JSON).body("{}");
        return whole.request(method, path).statusCode();
    }

    static List<String> operations() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(Path.of("target", "openapi", "openapi.json").toFile());
        List<String> operations = new ArrayList<>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().fieldNames().forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
                    }
                }));
        return operations;
    }
}
