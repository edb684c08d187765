package org.medianest.media.integration;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.medianest.commons.problem.CommonProblem;
import org.medianest.commons.problem.Problem.Violation;
import org.medianest.commons.problem.ProblemException;
import org.medianest.media.system.SystemKind;

/** The options that each kind of system has. */
final class Choices {
    private static final int LONGEST = 1_000;
    private static final int MOST_SECTIONS = 50;

    private static final Map<String, Predicate<Object>> PLEX = Map.of(
            "sections", Choices::isTexts,
            "downloadsSection", Choices::isText,
            "downloadsPathHere", Choices::isText,
            "downloadsPathPlex", Choices::isText);

    private static final Map<String, Predicate<Object>> ARR =
            Map.of("qualityProfileId", Integer.class::isInstance, "rootFolderPath", Choices::isText);

    private Choices() {}

    /** Those that are null are left out: that is how an option is taken back. */
    static JsonObject checked(SystemKind kind, Map<String, Object> options) {
        JsonObject checked = new JsonObject();
        options.forEach((name, value) -> {
            require(kind, name, value);
            if (value != null) {
                checked.put(name, value instanceof List<?> texts ? List.copyOf(texts) : value);
            }
        });
        return new JsonObject(checked.encode());
    }

    private static void require(SystemKind kind, String name, @Nullable Object value) {
        Predicate<Object> rule = rules(kind).get(name);
        if (rule == null) {
            throw refuse(name, "is no option of " + kind.title());
        }
        if (value != null && !rule.test(value)) {
            throw refuse(name, "is not of the kind that is expected here");
        }
    }

    private static Map<String, Predicate<Object>> rules(SystemKind kind) {
        return switch (kind) {
            case PLEX -> PLEX;
            case RADARR, SONARR -> ARR;
            case TMDB, SEERR -> Map.of();
        };
    }

    private static boolean isText(Object value) {
        return value instanceof String text && text.length() <= LONGEST;
    }

    private static boolean isTexts(Object value) {
        return value instanceof List<?> list
                && list.size() <= MOST_SECTIONS
                && list.stream().allMatch(Choices::isText);
    }

    private static ProblemException refuse(String option, String message) {
        return new ProblemException(
                CommonProblem.VALIDATION_FAILED,
                "Correct the option " + option + ": it " + message + ".",
                List.of(new Violation("options." + option, message)));
    }
}
