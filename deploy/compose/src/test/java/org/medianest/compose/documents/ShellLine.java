package org.medianest.compose.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A line for a shell, taken apart as far as our pages use it: quotes, pipes, {@code &&}, {@code $(…)}, redirections, comments. */
record ShellLine(List<List<String>> commands) {
    private static final Pattern WORD = Pattern.compile(
            "\\s*(?:(?<end>&&|\\|\\||[|;])|(?<comment>#.*)|(?<word>(?:'[^']*'|\"[^\"]*\"|[^\\s'\"|;&])+))");
    private static final Pattern INNER = Pattern.compile("\\$\\(([^)]*)\\)");
    private static final Pattern QUOTE = Pattern.compile("'([^']*)'|\"([^\"]*)\"");
    private static final Pattern NO_COMMAND = Pattern.compile("[A-Z_]+=.*|[<>]{1,2}.*|sudo");

    static ShellLine of(String line) {
        List<List<String>> commands = new ArrayList<>();
        INNER.matcher(line)
                .results()
                .map(inner -> ShellLine.of(inner.group(1)))
                .forEach(inner -> commands.addAll(inner.commands()));
        List<String> words = new ArrayList<>();
        Matcher next = WORD.matcher(INNER.matcher(line).replaceAll("…"));
        while (next.lookingAt()) {
            String word = next.group("word");
            if (word != null) {
                words.add(word);
            } else {
                commands.add(words);
                words = new ArrayList<>();
                if (next.group("comment") != null) {
                    break;
                }
            }
            next.region(next.end(), next.regionEnd());
        }
        commands.add(words);
        return new ShellLine(commands.stream()
                .map(ShellLine::command)
                .filter(command -> !command.isEmpty())
                .toList());
    }

    /** Settings before it, redirections and {@code sudo} are no part of the command itself. */
    private static List<String> command(List<String> words) {
        Stream<String> without = words.stream()
                .filter(word -> !NO_COMMAND.matcher(word).matches())
                .map(word -> QUOTE.matcher(word)
                        .replaceAll(quote ->
                                Matcher.quoteReplacement(quote.group(1) == null ? quote.group(2) : quote.group(1))));
        return without.toList();
    }
}
