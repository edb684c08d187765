package org.medianest.compose.monitoring;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Which series an expression of Prometheus asks for. */
final class Expressions {
    private static final Pattern TEXTS = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern SELECTORS = Pattern.compile("\\{[^}]*}|\\[[^]]*]");
    private static final Pattern LABELS =
            Pattern.compile("\\b(?:by|on|without|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
    private static final Pattern NAMES = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?!\\w*\\s*\\()(?![a-zA-Z0-9_:])");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "by", "on", "bool");

    private Expressions() {}

    static Set<String> metrics(String expression) {
        String bare = expression;
        for (Pattern pattern : List.of(TEXTS, SELECTORS, LABELS)) {
            bare = pattern.matcher(bare).replaceAll(" ");
        }
        Set<String> names = new TreeSet<>();
        NAMES.matcher(bare)
                .results()
                .map(MatchResult::group)
                .filter(name -> !WORDS.contains(name))
                .forEach(names::add);
        return names;
    }
}
